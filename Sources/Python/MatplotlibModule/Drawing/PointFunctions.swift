internal import NumPyModule
internal import PythonRuntime
internal import Arrays
internal import Matplotlib

/// `scatter`.
enum PointFunctions {
  static var all: [AxesFunction] {
    [
      AxesFunction(
        "scatter",
        "x, y, s=None, c=None, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None, linewidths=None, *, edgecolors=None, label=None, color=None, edgecolor=None, linewidth=None, lw=None, zorder=None",
        scatter)
    ]
  }

  private static func scatter(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    if let value = call.given("norm") { throw call.unsupported("norm", value) }
    let x = try places(call.required("x"), axes, isHorizontal: true, machine)
    let y = try places(call.required("y"), axes, isHorizontal: false, machine)
    guard x.count == y.count else {
      throw call.error("ValueError", "x and y must be the same size")
    }
    var points = PlotPoints(
      x: x, y: y, colors: [], marker: try call.string("marker") ?? "o",
      label: try StyleReading(call).label)
    try color(&points, axes, call)
    if let value = call.given("s") {
      points.areas = try PlotNumbers.list(value, machine)
      guard points.areas.count == 1 || points.areas.count == x.count else {
        throw call.error(
          "ValueError",
          "s (size \(points.areas.count)) cannot be broadcast to match x and y (size \(x.count))")
      }
    }
    for name in ["linewidths", "linewidth", "lw"] {
      points.edgeWidth = try call.double(name) ?? points.edgeWidth
    }
    // Markers without a face have a line of their own color.
    for name in ["edgecolors", "edgecolor"] {
      guard let value = call.given(name) else { continue }
      if case .string("face") = value { continue }
      points.edge = try PlotNumbers.color(value, machine)
    }
    axes.append(.points(points), order: try call.double("zorder"))
    return .object(MappedObject(axes, axes.artists.count - 1, .points))
  }

  private static func places(
    _ value: Value, _ axes: PlotAxes, isHorizontal: Bool, _ machine: Machine
  ) throws(PyError) -> [Double] {
    if let names = try PlotNumbers.categories(value, machine) {
      return try Categories.places(names, on: axes, isHorizontal: isHorizontal)
    }
    return try PlotNumbers.list(value, machine)
  }

  private static func color(
    _ points: inout PlotPoints, _ axes: PlotAxes, _ call: Call
  ) throws(PyError) {
    let machine = call.machine
    if let given = call.given("c") ?? call.given("color") {
      if let numbers = try numbers(given, points.x.count, machine) {
        let fallback = PyplotModule.session(of: machine)?.look.colormap
        let mapping = ColorMapping(
          try PlotNumbers.colormap(call.given("cmap"), fallback ?? "viridis", machine),
          low: try call.double("vmin") ?? numbers.filter(\.isFinite).min() ?? 0,
          high: try call.double("vmax") ?? numbers.filter(\.isFinite).max() ?? 1)
        points.colors = numbers.map { mapping.color($0) }
        (points.mapping, points.values) = (mapping, numbers)
      } else {
        points.colors = try colors(given, points.x.count, call)
      }
    }
    if points.colors.isEmpty { points.colors = [axes.takeColor(isPatch: true)] }
    if let alpha = try PlotNumbers.alpha(call) {
      points.colors = points.colors.map { $0.with(alpha: alpha) }
    }
  }

  /// One color for all points, or one for each.
  private static func colors(
    _ given: Value, _ count: Int, _ call: Call
  ) throws(PyError) -> [PlotColor] {
    let colors: [PlotColor]
    do {
      colors = try PlotNumbers.colors(given, call.machine)
    } catch {
      guard call.given("c") != nil, case .string = given else { throw error }
      throw call.error(
        "ValueError",
        "'c' argument must be a color, a sequence of colors, or a sequence of numbers, not \(try call.machine.repr(given))"
      )
    }
    let isRow = given.asObject(ListObject.self) != nil || given.asObject(NumPyObject.self) != nil
    let items = isRow ? try call.machine.length(given) : colors.count
    let isOutside = colors.contains {
      [$0.red, $0.green, $0.blue].contains { !(0...1).contains($0) }
    }
    guard colors.count == 1 && !isOutside || colors.count == count else {
      throw call.error(
        "ValueError",
        "'c' argument has \(items) elements, which is inconsistent with 'x' and 'y' with size \(count)."
      )
    }
    return colors
  }

  /// One number for each point; nil for colors.
  private static func numbers(
    _ value: Value, _ count: Int, _ machine: Machine
  ) throws(PyError) -> [Double]? {
    if case .string = value { return nil }
    if try PlotNumbers.categories(value, machine) != nil { return nil }
    let array = try PlotNumbers.array(value, machine)
    return array.size == count && array.ndim != 0 ? array.reals() : nil
  }
}
