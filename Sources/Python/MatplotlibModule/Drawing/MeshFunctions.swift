internal import PythonRuntime
internal import Arrays
internal import Matplotlib

/// Cells of a plane in colors: `pcolormesh`, `pcolor`, `hist2d`.
enum MeshFunctions {
  static let colors = "cmap=None, norm=None, vmin=None, vmax=None, alpha=None, zorder=None"

  static var all: [AxesFunction] {
    [
      AxesFunction(
        "pcolormesh", "*args, shading=None, edgecolors=None, linewidth=None, " + colors, mesh),
      AxesFunction(
        "pcolor", "*args, shading=None, edgecolors=None, linewidth=None, " + colors, mesh),
      AxesFunction(
        "hist2d", "x, y, bins=10, range=None, density=False, cmin=None, " + colors, counts),
    ]
  }

  private static func mesh(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    if let value = call.given("shading"), case .string(let name) = value,
      !["auto", "nearest", "flat"].contains(name)
    {
      throw call.unsupported("shading", value)
    }
    var plane = try Plane.read(call.rest[...], call)
    if call.rest.count == 1 {
      plane.x = (0...plane.columns).map(Double.init)
      plane.y = (0...plane.rows).map(Double.init)
    }
    if plane.x.count == plane.columns { plane.x = edges(plane.x) }
    if plane.y.count == plane.rows { plane.y = edges(plane.y) }
    guard plane.x.count == plane.columns + 1, plane.y.count == plane.rows + 1 else {
      throw call.error(
        "TypeError",
        "Dimensions of C (\(plane.rows), \(plane.columns)) should be one smaller than X(\(plane.x.count)) and Y(\(plane.y.count)) while using shading='flat'"
      )
    }
    try add(plane, axes, call)
    return .object(MappedObject(axes, axes.artists.count - 1, .mesh))
  }

  /// The borders between middles.
  private static func edges(_ middles: [Double]) -> [Double] {
    guard middles.count > 1 else { return middles.flatMap { [$0 - 0.5, $0 + 0.5] } }
    let between = zip(middles, middles.dropFirst()).map { ($0 + $1) / 2 }
    let (first, last) = (middles[0], middles[middles.count - 1])
    return [first - (between[0] - first)] + between + [last + (last - between[between.count - 1])]
  }

  /// Even cells are an image, others one shape each.
  private static func add(_ plane: Plane, _ axes: PlotAxes, _ call: Call) throws(PyError) {
    let mapping = try Plane.mapping(plane.values, call)
    let alpha = try call.double("alpha")
    let colors = plane.values.map {
      $0.isFinite ? mapping.color($0).with(alpha: alpha) : PlotColor(0, 0, 0, 0)
    }
    let (x, y) = (plane.x, plane.y)
    if isEven(x), isEven(y), call.given("edgecolors") == nil {
      var image = PlotImage(
        rows: plane.rows, columns: plane.columns, colors: colors, values: plane.values,
        mapping: mapping)
      image.isUpsideDown = true
      image.extent = [x[0], x[plane.columns], y[0], y[plane.rows]]
      axes.append(.image(image), order: try call.double("zorder"))
      return
    }
    guard plane.values.count <= 20_000 else {
      throw call.error(
        "NotImplementedError", "\(call.name)(): this many uneven cells are not supported by Caderno"
      )
    }
    let edge = try call.color("edgecolors")
    for (index, color) in colors.enumerated() {
      let (row, column) = (index / plane.columns, index % plane.columns)
      let (left, right, low, high) = (x[column], x[column + 1], y[row], y[row + 1])
      var shape = PlotShape(
        [.init([left, right, right, left], [low, low, high, high])], isClosed: true, face: color,
        edge: edge ?? color)
      shape.width = edge == nil ? 0.3 : try call.double("linewidth") ?? 1
      (shape.isReached, shape.mapping) = (false, mapping)
      axes.append(.shape(shape), order: try call.double("zorder"))
    }
    Plane.reach([x, y], on: axes, mapping)
  }

  private static func isEven(_ places: [Double]) -> Bool {
    let step = (places[places.count - 1] - places[0]) / Double(places.count - 1)
    return zip(places, places.dropFirst()).allSatisfy { abs($1 - $0 - step) <= abs(step) * 1e-6 }
  }

  private static func counts(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    for name in ["range", "cmin"] {
      if let value = call.given(name) { throw call.unsupported(name, value) }
    }
    let (x, y) = (
      try PlotNumbers.list(call.required("x"), machine),
      try PlotNumbers.list(call.required("y"), machine)
    )
    guard x.count == y.count else {
      throw call.error("ValueError", "x and y must have the same length.")
    }
    var bins = [call["bins"] ?? .int(10), call["bins"] ?? .int(10)]
    if let pair = call.given("bins"), pair.smallInt == nil {
      let items = try machine.array(pair)
      if items.count == 2 { bins = items }
    }
    let (columns, rows) = (try Bins.edges(x, bins[0], call), try Bins.edges(y, bins[1], call))
    let (wide, high) = (columns.count - 1, rows.count - 1)
    var table = [Double](repeating: 0, count: wide * high)
    for (a, b) in zip(x, y) {
      guard let column = Bins.place(a, columns), let row = Bins.place(b, rows) else { continue }
      table[column * high + row] += 1
    }
    if try call.bool("density", or: false) {
      let total = max(table.reduce(0, +), 1)
      for index in table.indices {
        let (column, row) = (index / high, index % high)
        table[index] /=
          total * (columns[column + 1] - columns[column]) * (rows[row + 1] - rows[row])
      }
    }
    let drawn = (0..<high).flatMap { row in (0..<wide).map { table[$0 * high + row] } }
    try add(Plane(x: columns, y: rows, values: drawn, rows: high, columns: wide), axes, call)
    return .object(
      TupleObject([
        try PlotNumbers.array(table, shape: [wide, high], machine),
        try PlotNumbers.array(columns, machine), try PlotNumbers.array(rows, machine),
        .object(MappedObject(axes, axes.artists.count - 1, .mesh)),
      ]))
  }
}
