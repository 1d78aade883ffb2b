internal import PythonRuntime
internal import Matplotlib

/// Straight lines across the axes.
enum RuleFunctions {
  static var all: [AxesFunction] {
    [
      rule("axhline", isHorizontal: true), rule("axvline", isHorizontal: false),
      segments("hlines", "y, xmin, xmax", isHorizontal: true),
      segments("vlines", "x, ymin, ymax", isHorizontal: false),
    ]
  }

  private static func rule(_ name: String, isHorizontal: Bool) -> AxesFunction {
    let (own, other) = isHorizontal ? ("y", "x") : ("x", "y")
    return AxesFunction(
      name,
      "\(own)=0, \(other)min=0, \(other)max=1, *, color=None, c=None, linestyle=None, ls=None, linewidth=None, lw=None, label=None, alpha=None, zorder=None"
    ) { axes, call throws(PyError) in
      let reading = StyleReading(call)
      let color = try reading.color ?? PlotColor("C0") ?? .black
      var rule = PlotRule(
        try call.double(own, or: 0), isHorizontal: isHorizontal,
        color: color.with(alpha: try call.double("alpha")), style: try reading.lineStyle ?? "-",
        width: try reading.width ?? 1.5, label: try reading.label)
      rule.span = (try call.double(other + "min", or: 0), try call.double(other + "max", or: 1))
      axes.append(.rule(rule), order: try call.double("zorder"))
      return .object(LineObject(axes, axes.artists.count - 1))
    }
  }

  private static func segments(
    _ name: String, _ parameters: String, isHorizontal: Bool
  ) -> AxesFunction {
    AxesFunction(
      name,
      parameters
        + ", colors=None, linestyles='solid', *, label='', color=None, linestyle=None, ls=None, linewidth=None, linewidths=None, lw=None, alpha=None, zorder=None"
    ) { axes, call throws(PyError) in
      let names = CallSignature(parameters).names
      var lists: [[Double]] = []
      for name in names { lists.append(try PlotNumbers.list(call.required(name), call.machine)) }
      let count = lists.map(\.count).max() ?? 0
      guard lists.allSatisfy({ $0.count == count || $0.count == 1 }) else {
        throw call.error("ValueError", "shape mismatch: objects cannot be broadcast")
      }
      let paths = (0..<count).map { index -> PlotShape.Path in
        let (own, low, high) = (
          lists[0][lists[0].count == 1 ? 0 : index], lists[1][lists[1].count == 1 ? 0 : index],
          lists[2][lists[2].count == 1 ? 0 : index]
        )
        return isHorizontal ? .init([low, high], [own, own]) : .init([own, own], [low, high])
      }
      try add(paths, axes, call)
      return .object(ArtistObject(last: axes, ArtistObject.segments))
    }
  }

  /// Paths of the same color are one shape; the first has the label.
  private static func add(
    _ paths: [PlotShape.Path], _ axes: PlotAxes, _ call: Call
  ) throws(PyError) {
    let reading = StyleReading(call)
    let given = try (call.given("colors") ?? call.given("color")).map { value throws(PyError) in
      try PlotNumbers.colors(value, call.machine)
    }
    let colors = given.flatMap { $0.isEmpty ? nil : $0 } ?? [PlotColor("C0") ?? .black]
    let alpha = try call.double("alpha")
    let style = try call.word("linestyle", "ls", "linestyles") ?? "solid"
    let width = try call.number("linewidth", "lw", "linewidths") ?? 1.5
    let groups = colors.count == 1 ? [paths] : paths.map { [$0] }
    for (index, group) in groups.enumerated() {
      var shape = PlotShape(
        group, isClosed: false, edge: colors[index % colors.count].with(alpha: alpha))
      (shape.style, shape.width) = (style, width)
      shape.label = index == 0 ? try reading.label : nil
      axes.append(.shape(shape), order: try call.double("zorder"))
    }
  }
}
