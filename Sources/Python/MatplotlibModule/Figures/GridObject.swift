internal import PythonRuntime
internal import Matplotlib

/// `GridSpec`: rows and columns that axes lie in.
final class GridObject: HostObject {
  let rows: Int
  let columns: Int
  private var spacing: [(inout PlotSpacing) -> Void] = []
  /// The figure whose method made it.
  var owner: FigureObject?

  init(rows: Int, columns: Int) { (self.rows, self.columns) = (rows, columns) }

  override var hostType: TypeObject { Self.gridType }
  override func repr(_ machine: Machine) -> String { "GridSpec(\(rows), \(columns))" }

  /// `GridSpec(nrows, ncols, …)`.
  static var constructor: BuiltinFunction {
    BuiltinFunction("GridSpec", "nrows, ncols, figure=None, " + parameters) {
      call throws(PyError) in .object(try made(call))
    }
  }

  static let parameters =
    "left=None, bottom=None, right=None, top=None, wspace=None, hspace=None, width_ratios=None, height_ratios=None"

  static func made(_ call: Call) throws(PyError) -> GridObject {
    let (rows, columns) = (try call.int("nrows", or: 1), try call.int("ncols", or: 1))
    try SubplotFunctions.checkGrid(rows, columns, most: 10_000, call)
    let grid = GridObject(rows: rows, columns: columns)
    for name in CallSignature(parameters).names {
      if let value = call.given(name) { try grid.set(name, value, call) }
    }
    return grid
  }

  /// One of its settings.
  func set(_ name: String, _ value: Value, _ call: Call) throws(PyError) {
    switch name {
    case "width_ratios", "height_ratios":
      let ratios = try PlotNumbers.list(value, call.machine)
      spacing.append {
        if name == "width_ratios" { $0.ratios.columns = ratios } else { $0.ratios.rows = ratios }
      }
    default:
      let size = try call.machine.number(value, name)
      let paths: [String: WritableKeyPath<PlotSpacing, Double>] = [
        "left": \.left, "right": \.right, "bottom": \.bottom, "top": \.top,
        "wspace": \.between.x, "hspace": \.between.y,
      ]
      guard let path = paths[name] else { throw call.unsupported(name, value) }
      spacing.append { $0[keyPath: path] = size }
    }
  }

  func apply(to figure: PlotFigure) { for change in spacing { change(&figure.spacing) } }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    let (down, across): (ClosedRange<Int>, ClosedRange<Int>)
    if let pair = index.asObject(TupleObject.self)?.items {
      guard pair.count == 2 else {
        throw machine.error("ValueError", "Unrecognized subplot spec")
      }
      down = try range(pair[0], rows, machine)
      across = try range(pair[1], columns, machine)
    } else {
      let places = try range(index, rows * columns, machine)
      down = places.lowerBound / columns...places.upperBound / columns
      let (first, last) = (places.lowerBound % columns, places.upperBound % columns)
      across = min(first, last)...max(first, last)
    }
    return .object(
      GridCellObject(
        self, PlotCell(rows: rows, columns: columns, row: down, column: across)))
  }

  private func range(
    _ value: Value, _ count: Int, _ machine: Machine
  ) throws(PyError) -> ClosedRange<Int> {
    if value.asObject(SliceObject.self) != nil {
      let all = ListObject((0..<count).map { .int($0) })
      let kept = try machine.array(try all.item(value, machine)).compactMap(\.smallInt)
      guard let first = kept.first, let last = kept.last else {
        throw machine.error(
          "IndexError", "GridSpec slice would result in no space allocated for subplot")
      }
      return min(first, last)...max(first, last)
    }
    let number = try machine.integer(value, "index")
    let place = number < 0 ? number + count : number
    guard (0..<count).contains(place) else {
      throw machine.error(
        "IndexError", "index \(number) is out of bounds for axis 0 with size \(count)")
    }
    return place...place
  }

  private static let gridType = SharedType(
    "GridSpec", module: "matplotlib.gridspec",
    methods: [
      .method("update", parameters) { (grid: GridObject, call) throws(PyError) in
        for name in CallSignature(parameters).names {
          if let value = call.given(name) { try grid.set(name, value, call) }
        }
        if let owner = grid.owner { grid.apply(to: owner.figure) }
        return .none
      }
    ])
}

/// Some cells of a grid.
final class GridCellObject: HostObject {
  let grid: GridObject
  let cell: PlotCell
  init(_ grid: GridObject, _ cell: PlotCell) { (self.grid, self.cell) = (grid, cell) }
  override var hostType: TypeObject { Self.cellType }
  override func repr(_ machine: Machine) -> String {
    let (row, column) = (cell.row, cell.column)
    return
      "GridSpec(\(grid.rows), \(grid.columns))[\(row.lowerBound):\(row.upperBound + 1), \(column.lowerBound):\(column.upperBound + 1)]"
  }
  private static let cellType = SharedType(
    "SubplotSpec", module: "matplotlib.gridspec")
}
