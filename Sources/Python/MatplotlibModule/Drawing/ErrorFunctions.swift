internal import PythonRuntime
internal import Arrays
internal import Matplotlib

/// `errorbar` and `stem`.
enum ErrorFunctions {
  static var all: [AxesFunction] {
    [
      AxesFunction(
        "errorbar",
        "x, y, yerr=None, xerr=None, fmt='', *, ecolor=None, elinewidth=None, capsize=None, capthick=None, "
          + LineFunctions.style, errorbar),
      AxesFunction(
        "stem", "*args, linefmt=None, markerfmt=None, basefmt=None, bottom=0, label=None", stem),
    ]
  }

  private static func errorbar(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    let x = try PlotNumbers.list(call.required("x"), machine)
    let y = try PlotNumbers.list(call.required("y"), machine)
    guard x.count == y.count else {
      throw call.error("ValueError", "'x' and 'y' must have the same size")
    }
    let text = try call.string("fmt") ?? ""
    let isBare = text.lowercased() == "none"
    let format = isBare || text.isEmpty ? nil : LineFormat(text)
    if !isBare, !text.isEmpty, format == nil {
      throw call.error("ValueError", "'\(text)' is not a valid format string")
    }
    var line = PlotLine(x: x, y: y, color: .black)
    if let color = try StyleReading(call).color ?? format?.color {
      line.color = color
    } else {
      line.color = isBare ? PlotColor("C0") ?? .black : axes.takeColor()
    }
    try StyleReading(call).apply(to: &line, format, axes.look)
    line.label = try StyleReading(call).label
    let order = try call.double("zorder") ?? 2
    if isBare {
      (line.style, line.marker) = ("", "")
    } else {
      axes.append(.line(line), order: order + 0.1)
    }
    let parts = Parts(
      color: try call.color("ecolor") ?? line.color,
      width: try call.double("elinewidth") ?? line.width,
      cap: try call.double("capsize") ?? 0, capWidth: try call.double("capthick") ?? 1,
      order: order)
    for isHorizontal in [false, true] {
      guard let value = call.given(isHorizontal ? "xerr" : "yerr") else { continue }
      let own = isHorizontal ? x : y
      let ends = try ends(value, own, isHorizontal ? "xerr" : "yerr", call)
      parts.draw(ends, isHorizontal ? y : x, isHorizontal: isHorizontal, on: axes)
    }
    let line2D = Value.object(LineObject(axes, axes.artists.count - 1))
    return .object(
      ContainerObject(
        "ErrorbarContainer", [line2D, .object(TupleObject([])), .object(TupleObject([]))]))
  }

  /// The bars' lower and upper ends.
  private static func ends(
    _ value: Value, _ own: [Double], _ name: String, _ call: Call
  ) throws(PyError) -> (low: [Double], high: [Double]) {
    let array = try PlotNumbers.array(value, call.machine)
    let errors = array.reals()
    guard errors.allSatisfy({ !($0 < 0) }) else {
      throw call.error("ValueError", "'\(name)' must not contain negative values")
    }
    let count = own.count
    if array.ndim == 2, array.shape == [2, count] {
      return (
        own.indices.map { own[$0] - errors[$0] }, own.indices.map { own[$0] + errors[count + $0] }
      )
    }
    guard errors.count == 1 || errors.count == count else {
      throw call.error(
        "ValueError",
        "'\(name)' must be a scalar or a 1D or (2, n) array-like whose shape matches '\(name.prefix(1))'"
      )
    }
    func error(_ index: Int) -> Double { errors.count == 1 ? errors[0] : errors[index] }
    return (own.indices.map { own[$0] - error($0) }, own.indices.map { own[$0] + error($0) })
  }

  /// How bars of errors look.
  private struct Parts {
    var color: PlotColor
    var width: Double
    var cap: Double
    var capWidth: Double
    var order: Double

    func draw(
      _ ends: (low: [Double], high: [Double]), _ places: [Double], isHorizontal: Bool,
      on axes: PlotAxes
    ) {
      let paths = places.indices.map { index -> PlotShape.Path in
        let (own, across) = ([ends.low[index], ends.high[index]], [places[index], places[index]])
        return isHorizontal ? .init(own, across) : .init(across, own)
      }
      var bars = PlotShape(paths, isClosed: false, edge: color)
      bars.width = width
      axes.append(.shape(bars), order: order)
      guard cap > 0 else { return }
      for side in [ends.low, ends.high] {
        var caps = PlotLine(
          x: isHorizontal ? side : places, y: isHorizontal ? places : side, color: color, style: "",
          marker: isHorizontal ? "|" : "_", markerSize: 2 * cap)
        caps.markerEdgeWidth = capWidth
        axes.append(.line(caps), order: order)
      }
    }
  }

  private static func stem(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    guard let last = call.rest.last, call.rest.count <= 2 else {
      throw call.error("TypeError", "stem expected between 1 and 2 positional arguments")
    }
    let y = try PlotNumbers.list(last, machine)
    let x =
      call.rest.count == 2
      ? try PlotNumbers.list(call.rest[0], machine) : y.indices.map(Double.init)
    guard x.count == y.count else {
      throw call.error("ValueError", "x and y must be the same size")
    }
    let bottom = try call.double("bottom", or: 0)
    func format(_ name: String, _ fallback: String) throws(PyError) -> LineFormat {
      let text = try call.string(name) ?? fallback
      guard let format = LineFormat(text) else {
        throw call.error("ValueError", "'\(text)' is not a valid format string")
      }
      return format
    }
    let stems = try format("linefmt", "C0-")
    let marks = try format("markerfmt", "o")
    let base = try format("basefmt", "C3-")
    let color = stems.color ?? PlotColor("C0") ?? .black
    var shape = PlotShape(
      zip(x, y).map { .init([$0, $0], [bottom, $1]) }, isClosed: false, edge: color)
    (shape.width, shape.style) = (1.5, stems.style ?? "-")
    let label = try StyleReading(call).label
    axes.append(
      .line(
        PlotLine(
          x: x, y: y, color: marks.color ?? color, style: "", marker: marks.marker ?? "o",
          label: label)))
    axes.append(.shape(shape))
    axes.append(
      .line(
        PlotLine(
          x: [x.min() ?? 0, x.max() ?? 0], y: [bottom, bottom], color: base.color ?? .black,
          style: base.style ?? "-")))
    let parts: [Value] = [
      .object(LineObject(axes, axes.artists.count - 3)),
      .object(ArtistObject(axes, axes.artists.count - 2, ArtistObject.segments)),
      .object(LineObject(axes, axes.artists.count - 1)),
    ]
    return .object(ContainerObject("StemContainer", parts))
  }
}
