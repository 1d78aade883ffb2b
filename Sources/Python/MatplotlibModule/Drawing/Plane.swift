internal import PythonRuntime
internal import Arrays
internal import Matplotlib

/// Numbers over a plane: places of columns and rows, and `[rows, columns]`.
struct Plane {
  var x: [Double]
  var y: [Double]
  var values: [Double]
  var rows: Int
  var columns: Int

  /// `Z` or `X, Y, Z`; places may be rows or the tables that `meshgrid` makes.
  static func read(_ values: ArraySlice<Value>, _ call: Call) throws(PyError) -> Plane {
    guard let last = values.last, values.count == 1 || values.count == 3 else {
      throw call.error(
        "TypeError",
        "\(call.name)() takes 1 or 3 positional arguments but \(values.count) were given")
    }
    let table = try PlotNumbers.array(last, call.machine)
    guard table.ndim == 2, table.size > 0, table.size <= 1_000_000 else {
      throw call.error("TypeError", "Input z must be 2D, not \(table.ndim)D")
    }
    let (rows, columns) = (table.shape[0], table.shape[1])
    var plane = Plane(
      x: (0..<columns).map(Double.init), y: (0..<rows).map(Double.init), values: table.reals(),
      rows: rows, columns: columns)
    if values.count == 3 {
      plane.x = try places(values[values.startIndex], isHorizontal: true, call)
      plane.y = try places(values[values.startIndex + 1], isHorizontal: false, call)
    }
    return plane
  }

  static func places(
    _ value: Value, isHorizontal: Bool, _ call: Call
  ) throws(PyError) -> [Double] {
    let array = try PlotNumbers.array(value, call.machine)
    let numbers = array.reals()
    guard array.ndim == 2 else { return numbers }
    let (rows, columns) = (array.shape[0], array.shape[1])
    let kept =
      isHorizontal
      ? Array(numbers.prefix(columns)) : (0..<rows).map { numbers[$0 * columns] }
    let isStraight = (0..<numbers.count).allSatisfy {
      numbers[$0] == kept[isHorizontal ? $0 % columns : $0 / columns]
    }
    guard isStraight else {
      throw call.error(
        "NotImplementedError",
        "\(call.name)(): grids that are not straight are not supported by Caderno")
    }
    return kept
  }

  static func mapping(_ values: [Double], _ call: Call) throws(PyError) -> ColorMapping {
    if let value = call.given("norm") { throw call.unsupported("norm", value) }
    let fallback = PyplotModule.session(of: call.machine)?.look.colormap
    let finite = values.filter(\.isFinite)
    return ColorMapping(
      try PlotNumbers.colormap(call.given("cmap"), fallback ?? "viridis", call.machine),
      low: try call.double("vmin") ?? finite.min() ?? 0,
      high: try call.double("vmax") ?? finite.max() ?? 1)
  }

  /// Room for all of the plane, without a margin.
  static func reach(_ places: [[Double]], on axes: PlotAxes, _ mapping: ColorMapping) {
    let (x, y) = (places[0], places[1])
    let ends = (
      x: [x.min() ?? 0, x.max() ?? 1], y: [y.min() ?? 0, y.max() ?? 1]
    )
    var edge = PlotShape([.init(ends.x, ends.y)], isClosed: false)
    (edge.stickyX, edge.stickyY, edge.mapping) = (ends.x, ends.y, mapping)
    axes.append(.shape(edge))
  }
}
