internal import Cells
internal import NumericArrays
internal import Plots

/// Numbers over a plane: `contour`, `contourf`, `pcolormesh`, `hist2d`.
enum MeshFunctions {
  private static let colors = "cmap=None, norm=None, vmin=None, vmax=None, alpha=None, zorder=None"

  static var all: [AxesFunction] {
    [
      contour("contour", isFilled: false), contour("contourf", isFilled: true),
      AxesFunction(
        "pcolormesh", "*args, shading=None, edgecolors=None, linewidth=None, " + colors, mesh),
      AxesFunction(
        "pcolor", "*args, shading=None, edgecolors=None, linewidth=None, " + colors, mesh),
      AxesFunction(
        "hist2d", "x, y, bins=10, range=None, density=False, cmin=None, " + colors, counts),
    ]
  }

  /// Places of columns and rows, and `[rows, columns]`.
  private struct Plane {
    var x: [Double]
    var y: [Double]
    var values: [Double]
    var rows: Int
    var columns: Int
  }

  /// `Z` or `X, Y, Z`; places may be rows or the tables that `meshgrid` makes.
  private static func plane(_ values: ArraySlice<Value>, _ call: Call) throws(PyError) -> Plane {
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

  private static func places(
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

  private static func mapping(_ values: [Double], _ call: Call) throws(PyError) -> ColorMapping {
    if let value = call.given("norm") { throw call.unsupported("norm", value) }
    let fallback = PyplotModule.session(of: call.machine)?.look.colormap
    let finite = values.filter(\.isFinite)
    return ColorMapping(
      try PlotNumbers.colormap(call.given("cmap"), fallback ?? "viridis", call.machine),
      low: try call.double("vmin") ?? finite.min() ?? 0,
      high: try call.double("vmax") ?? finite.max() ?? 1)
  }

  private static func contour(_ name: String, isFilled: Bool) -> AxesFunction {
    AxesFunction(
      name, "*args, levels=None, colors=None, linewidths=None, linestyles=None, " + colors
    ) { axes, call throws(PyError) in
      var values = call.rest[...]
      var levels = call.given("levels")
      if values.count == 2 || values.count == 4 { levels = values.popLast() }
      let plane = try plane(values, call)
      guard plane.x.count == plane.columns, plane.y.count == plane.rows else {
        throw call.error("TypeError", "Length of x must match number of columns in z")
      }
      var steps = ContourLevels.chosen(plane.values)
      if let count = levels?.smallInt {
        steps = ContourLevels.chosen(plane.values, count: max(1, count))
      } else if let levels {
        steps = try PlotNumbers.list(levels, call.machine)
      }
      guard zip(steps, steps.dropFirst()).allSatisfy({ $0 < $1 }) else {
        throw call.error("ValueError", "Contour levels must be increasing")
      }
      let middles = isFilled ? zip(steps, steps.dropFirst()).map { ($0 + $1) / 2 } : steps
      var mapping = try mapping(middles, call)
      mapping.levels = isFilled ? steps : []
      try draw(plane, steps, middles, mapping, isFilled: isFilled, axes, call)
      return .object(MappedObject(axes, axes.artists.count - 1, .contours))
    }
  }

  private static func draw(
    _ plane: Plane, _ steps: [Double], _ middles: [Double], _ mapping: ColorMapping,
    isFilled: Bool, _ axes: PlotAxes, _ call: Call
  ) throws(PyError) {
    let grid = ContourGrid(x: plane.x, y: plane.y, values: plane.values)
    let given = try call.given("colors").map { value throws(PyError) in
      try PlotNumbers.colors(value, call.machine)
    }
    let alpha = try call.double("alpha")
    let width = try call.double("linewidths") ?? 1.5
    for (index, middle) in middles.enumerated() {
      var color = mapping.color(middle)
      if let given, !given.isEmpty { color = given[index % given.count] }
      color = color.with(alpha: alpha)
      let paths =
        isFilled ? grid.band(from: steps[index], to: steps[index + 1]) : grid.line(at: middle)
      var shape = PlotShape(
        paths, isClosed: isFilled, face: isFilled ? color : nil,
        // The thin edge closes the seams between cells.
        edge: isFilled && (alpha ?? 1) < 1 ? nil : color)
      shape.width = isFilled ? 0.3 : width
      shape.style = try call.string("linestyles") ?? "-"
      shape.mapping = mapping
      shape.isReached = false
      axes.append(.shape(shape), order: try call.double("zorder"))
    }
    reach([plane.x, plane.y], on: axes, mapping)
  }

  /// Room for all of the plane, without a margin.
  private static func reach(_ places: [[Double]], on axes: PlotAxes, _ mapping: ColorMapping) {
    let (x, y) = (places[0], places[1])
    let ends = (
      x: [x.min() ?? 0, x.max() ?? 1], y: [y.min() ?? 0, y.max() ?? 1]
    )
    var edge = PlotShape([.init(ends.x, ends.y)], isClosed: false)
    (edge.stickyX, edge.stickyY, edge.mapping) = (ends.x, ends.y, mapping)
    axes.append(.shape(edge))
  }

  private static func mesh(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    if let value = call.given("shading"), case .string(let name) = value,
      !["auto", "nearest", "flat"].contains(name)
    {
      throw call.unsupported("shading", value)
    }
    var plane = try plane(call.rest[...], call)
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
    let mapping = try mapping(plane.values, call)
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
    reach([x, y], on: axes, mapping)
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
