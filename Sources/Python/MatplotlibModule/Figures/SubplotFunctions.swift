internal import PythonRuntime
internal import Matplotlib

/// Axes at the cells of a figure's grid.
enum SubplotFunctions {
  static let parameters =
    "*args, sharex=None, sharey=None, projection=None, frameon=True, title=None, xticks=None, yticks=None, xlabel=None, ylabel=None, xlim=None, ylim=None, facecolor=None, label=None, aspect=None"
  static let gridParameters =
    "nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None, subplot_kw=None, gridspec_kw=None, num=None, figsize=None, dpi=None, facecolor=None, tight_layout=None, constrained_layout=None, layout=None"

  /// `subplot(2, 3, 1)`, `subplot(231)`, `subplot(grid[0, :])`.
  static func add(_ owner: FigureObject, _ call: Call) throws(PyError) -> Value {
    let cell = try cell(owner, call)
    let axes = owner.session.select(cell, in: owner)
    try set(axes, call)
    return .object(AxesObject(axes, owner))
  }

  private static func cell(_ owner: FigureObject, _ call: Call) throws(PyError) -> PlotCell {
    if call.rest.count == 1, let spec: GridCellObject = call.rest[0].asObject() {
      spec.grid.apply(to: owner.figure)
      return spec.cell
    }
    var numbers: [ClosedRange<Int>] = []
    for value in call.rest {
      if let pair = value.asObject(TupleObject.self)?.items, pair.count == 2 {
        let ends = try (
          call.machine.integer(pair[0], "index"), call.machine.integer(pair[1], "index")
        )
        guard ends.0 <= ends.1 else { throw call.error("ValueError", "subplot indices go upwards") }
        numbers.append(ends.0...ends.1)
      } else {
        let number = try call.machine.integer(value, "index")
        numbers.append(number...number)
      }
    }
    if numbers.isEmpty { numbers = [1...1, 1...1, 1...1] }
    if numbers.count == 1, !(100...999).contains(numbers[0].lowerBound) {
      throw call.error(
        "ValueError",
        "Single argument to subplot must be a three-digit integer, not \(numbers[0].lowerBound)")
    }
    if numbers.count == 1 {
      let code = numbers[0].lowerBound
      numbers = [code / 100, code / 10 % 10, code % 10].map { $0...$0 }
    }
    guard numbers.count == 3 else {
      throw call.error(
        "TypeError", "subplot() takes 1 or 3 positional arguments but \(numbers.count) were given")
    }
    return try cell(numbers[0].lowerBound, numbers[1].lowerBound, numbers[2], call)
  }

  /// Refuses grids without cells and with too many.
  static func checkGrid(
    _ rows: Int, _ columns: Int, most: Int, _ call: Call
  ) throws(PyError) {
    for (name, number) in [("rows", rows), ("columns", columns)] where number <= 0 {
      throw call.error(
        "ValueError", "Number of \(name) must be a positive integer, not \(number)")
    }
    let (count, overflows) = rows.multipliedReportingOverflow(by: columns)
    guard rows > 0, columns > 0, !overflows, count <= most else {
      throw call.error(
        "ValueError", "Number of rows and columns must be positive, at most \(most) in all")
    }
  }

  private static func cell(
    _ rows: Int, _ columns: Int, _ place: ClosedRange<Int>, _ call: Call
  ) throws(PyError) -> PlotCell {
    try checkGrid(rows, columns, most: 10_000, call)
    guard place.lowerBound >= 1, place.upperBound <= rows * columns else {
      throw call.error(
        "ValueError",
        "num must be an integer with 1 <= num <= \(rows * columns), not \(place.lowerBound)")
    }
    let (first, last) = (place.lowerBound - 1, place.upperBound - 1)
    return PlotCell(
      rows: rows, columns: columns, row: first / columns...last / columns,
      column: min(first % columns, last % columns)...max(first % columns, last % columns))
  }

  /// What a subplot is told when it is made.
  static func set(_ axes: PlotAxes, _ call: Call) throws(PyError) {
    for name in ["projection", "sharex", "sharey"] {
      guard let value = call.given(name) else { continue }
      if let other: AxesObject = value.asObject() {
        share(axes, with: other.axes, isHorizontal: name == "sharex")
      } else if case .string("rectilinear") = value {
      } else {
        throw call.unsupported(name, value)
      }
    }
    axes.isOn = try call.bool("frameon", or: true)
    let names = [
      "title", "xlabel", "ylabel", "xlim", "ylim", "xticks", "yticks", "facecolor", "aspect",
    ]
    for name in names {
      guard let value = call.given(name) else { continue }
      try set(axes, name, value, call)
    }
  }

  private static func set(
    _ axes: PlotAxes, _ name: String, _ value: Value, _ call: Call
  ) throws(PyError) {
    guard let function = AxesFunctions.all.first(where: { $0.name == "set_\(name)" }) else {
      throw call.unsupported(name, value)
    }
    let made = BuiltinFunction(function.name, function.parameters) { call throws(PyError) in
      try function.body(axes, call)
    }
    _ = try made.call(Arguments([value]), call.machine)
  }

  private static func share(_ axes: PlotAxes, with other: PlotAxes, isHorizontal: Bool) {
    let path: ReferenceWritableKeyPath<PlotAxes, PlotShareGroup?> =
      isHorizontal ? \.groups.x : \.groups.y
    let group = other[keyPath: path] ?? PlotShareGroup()
    if other[keyPath: path] == nil { group.add(other) }
    group.add(axes)
    other[keyPath: path] = group
    axes[keyPath: path] = group
  }

  // MARK: Whole grids

  /// All axes of a grid: one, a row of them, or rows.
  static func grid(_ owner: FigureObject, _ call: Call) throws(PyError) -> Value {
    let (rows, columns) = (try call.int("nrows", or: 1), try call.int("ncols", or: 1))
    try checkGrid(rows, columns, most: 2500, call)
    try setSpacing(owner.figure, call)
    var made: [PlotAxes] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = PlotCell(
          rows: rows, columns: columns, row: row...row, column: column...column)
        made.append(owner.session.select(cell, in: owner))
      }
    }
    if let keywords: DictObject = call["subplot_kw"]?.asObject() {
      for axes in made {
        for (key, value) in keywords.pairs {
          try set(axes, try call.machine.str(key), value, call)
        }
      }
    }
    try shareAll(made, rows: rows, columns: columns, isHorizontal: true, call)
    try shareAll(made, rows: rows, columns: columns, isHorizontal: false, call)
    let items = made.map { Value.object(AxesObject($0, owner)) }
    let squeezes = try call.bool("squeeze", or: true)
    if squeezes, rows == 1, columns == 1 { return items[0] }
    if squeezes, rows == 1 || columns == 1 {
      return .object(AxesGrid(items, shape: [items.count]))
    }
    return .object(AxesGrid(items, shape: [rows, columns]))
  }

  private static func setSpacing(_ figure: PlotFigure, _ call: Call) throws(PyError) {
    let grid = GridObject(rows: 1, columns: 1)
    if let spacing: DictObject = call["gridspec_kw"]?.asObject() {
      for (key, value) in spacing.pairs {
        try grid.set(try call.machine.str(key), value, call)
      }
    }
    for name in ["width_ratios", "height_ratios"] {
      if let value = call.given(name) { try grid.set(name, value, call) }
    }
    grid.apply(to: figure)
    if try call.bool("tight_layout", or: false) { figure.isTight = true }
    if try call.bool("constrained_layout", or: false) { figure.isTight = true }
    if let layout = try call.string("layout"), layout != "none" {
      guard layout == "tight" || layout == "constrained" else {
        throw call.error("ValueError", "Invalid value for 'layout': \(layout)")
      }
      figure.isTight = true
    }
  }

  /// `sharex=True`, `'all'`, `'row'`, `'col'`: common limits, texts at the outer axes only.
  private static func shareAll(
    _ all: [PlotAxes], rows: Int, columns: Int, isHorizontal: Bool, _ call: Call
  ) throws(PyError) {
    let name = isHorizontal ? "sharex" : "sharey"
    let kind: String
    switch call.given(name) {
    case nil, .bool(false)?, .string("none")?: return
    case .bool(true)?, .string("all")?: kind = "all"
    case .string("row")?: kind = "row"
    case .string("col")?: kind = "col"
    case let value?: throw call.unsupported(name, value)
    }
    var groups: [Int: PlotShareGroup] = [:]
    for (index, axes) in all.enumerated() {
      let (row, column) = (index / columns, index % columns)
      let key = kind == "all" ? 0 : kind == "row" ? row : column
      let group = groups[key] ?? PlotShareGroup()
      groups[key] = group
      group.add(axes)
      if isHorizontal { axes.groups.x = group } else { axes.groups.y = group }
      if isHorizontal, kind != "row", row < rows - 1 { axes.x.hasTickTexts = false }
      if !isHorizontal, kind != "col", column > 0 { axes.y.hasTickTexts = false }
    }
  }
}
