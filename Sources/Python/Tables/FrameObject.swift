internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// `pandas.DataFrame`: named columns of one length, with labels for the rows.
final class FrameObject: HostObject, ArrayConvertible {
  private var columns: [(name: Value, column: TableColumn)]
  private(set) var index: TableIndex
  /// The name of the columns' labels, which stands above the rows' labels.
  let columnName: String?

  init(
    _ columns: [(name: Value, column: TableColumn)], _ index: TableIndex,
    columnName: String? = nil
  ) {
    (self.columns, self.index, self.columnName) = (columns, index, columnName)
  }

  deinit { LettingGo.hold(columns) }
  override func letGo() { columns = [] }

  override var hostType: TypeObject { Self.frameType }
  override func repr(_ machine: Machine) throws(PyError) -> String {
    try FrameText(self, machine).text()
  }

  // MARK: Parts

  var columnIndex: TableIndex {
    let names = columns.map(\.name)
    let isRange = names.enumerated().allSatisfy { place, name in
      if case .int(place) = name { true } else { false }
    }
    return TableIndex(
      isRange && !names.isEmpty ? .range(names.count) : .values(names), name: columnName)
  }

  func column(_ place: Int) -> TableColumn { columns[place].column }

  func series(_ place: Int) -> SeriesObject {
    SeriesObject(columns[place].column, index, name: columns[place].name)
  }

  func columns(_ places: [Int]) throws(PyError) -> FrameObject {
    FrameObject(places.map { columns[$0] }, index, columnName: columnName)
  }

  func taking(_ rows: [Int], _ machine: Machine) throws(PyError) -> FrameObject {
    var taken: [(name: Value, column: TableColumn)] = []
    for (name, column) in columns { taken.append((name, try column.taking(rows, machine))) }
    return FrameObject(taken, index.taking(rows), columnName: columnName)
  }

  /// One row, whose labels are the names of the columns.
  func row(_ row: Int, _ machine: Machine) throws(PyError) -> SeriesObject {
    var items: [Value] = []
    for (_, column) in columns { items.append(try column.item(row, machine)) }
    return SeriesObject(
      try TableColumn.column(of: items, machine), columnIndex, name: index[row])
  }

  /// The same with rows that are numbered from 0 on.
  var renumbered: FrameObject {
    FrameObject(columns, TableIndex(.range(index.count)), columnName: columnName)
  }

  func remove(_ place: Int) { columns.remove(at: place) }

  /// Puts the last column in another place.
  func moveLast(to place: Int) { columns.insert(columns.removeLast(), at: place) }

  private func place(of name: Value, _ machine: Machine) throws(PyError) -> Int? {
    for (place, own) in columns.enumerated() where try machine.isEqual(own.name, name) {
      return place
    }
    return nil
  }

  /// The columns side by side as one matrix.
  func asArray(_ machine: Machine) throws(PyError) -> NumericArray {
    var arrays: [NumericArray] = []
    for (name, column) in columns {
      guard let array = column.numbers else {
        throw machine.error(
          "TypeError", "the column \(try machine.repr(name)) has no numbers")
      }
      arrays.append(array)
    }
    let (all, height) = (arrays, index.count)
    return try machine.raising { () throws(ArrayError) in
      all.isEmpty
        ? try NumericArray(zeros: [height, 0]) : try NumericArray.stack(all, axis: 1)
    }
  }

  // MARK: What programs do

  override func length(_ machine: Machine) -> Int? { index.count }

  override func isTrue(_ machine: Machine) throws(PyError) -> Bool {
    throw machine.error(
      "ValueError",
      "The truth value of a DataFrame is ambiguous. Use a.empty, a.item(), a.any() or a.all()."
    )
  }

  override func iterator(_ machine: Machine) throws(PyError) -> IteratorObject? {
    try machine.iterator(.object(ListObject(columns.map(\.name))))
  }

  override func contains(_ value: Value, _ machine: Machine) throws(PyError) -> Bool? {
    try place(of: value, machine) != nil
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "columns": return .object(IndexObject(columnIndex))
    case "index": return .object(IndexObject(index))
    case "shape": return .object(TupleObject([.int(index.count), .int(columns.count)]))
    case "size": return .int(index.count * columns.count)
    case "T": return .object(try transposed(machine))
    case "ndim": return .int(2)
    case "empty": return .bool(index.count == 0 || columns.isEmpty)
    case "values": return TableNumbers.value(try asArray(machine), machine)
    case "iloc", "iat": return .object(TablePlace(frame: self, byLabel: false))
    case "plot": return .object(PlotAccessor(self, isSeries: false))
    case "style": return .object(StylerObject(self))
    case "loc", "at": return .object(TablePlace(frame: self, byLabel: true))
    case "dtypes":
      return .object(
        SeriesObject(
          .objects(columns.map { .object(DTypeName($0.column.dtypeName)) }), columnIndex))
    default:
      guard !Self.methodNames.contains(name) else { return nil }
      return try place(of: .string(name), machine).map { .object(series($0)) }
    }
  }

  override func setAttribute(
    _ name: String, _ value: Value, _ machine: Machine
  ) throws(PyError) -> Bool {
    let labels = try TableIndex(value, machine)
    let wanted = name == "columns" ? columns.count : index.count
    guard name == "columns" || name == "index" else { return false }
    guard labels.count == wanted else {
      throw machine.error(
        "ValueError",
        "Length mismatch: Expected axis has \(wanted) elements, new values have \(labels.count) elements"
      )
    }
    if name == "index" {
      index = labels
    } else {
      columns = zip(labels.values, columns).map { ($0, $1.column) }
    }
    return true
  }

  override func item(_ key: Value, _ machine: Machine) throws(PyError) -> Value {
    if let list: ListObject = key.asObject(),
      !list.items.contains(where: { if case .bool = $0 { true } else { false } })
    {
      var places: [Int] = []
      for name in list.items {
        guard let place = try place(of: name, machine) else {
          throw machine.error("KeyError", "\(try machine.repr(key)) not in index")
        }
        places.append(place)
      }
      return .object(try columns(places))
    }
    if let rows = try TableRows.chosen(key, index.count, machine) {
      return .object(try taking(rows, machine))
    }
    guard let place = try place(of: key, machine) else {
      throw machine.error("KeyError", of: key)
    }
    return .object(series(place))
  }

  override func setItem(_ key: Value, _ value: Value, _ machine: Machine) throws(PyError) {
    let column = try TableColumn(value, count: columns.isEmpty ? nil : index.count, machine)
    if columns.isEmpty, index.count == 0 { index = TableIndex(.range(column.count)) }
    guard column.count == index.count else {
      throw machine.error(
        "ValueError",
        "Length of values (\(column.count)) does not match length of index (\(index.count))")
    }
    if let place = try place(of: key, machine) {
      columns[place].column = column
    } else {
      columns.append((key, column))
    }
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    let right = try FrameOperand(other, self, machine)
    var place = 0
    return .object(
      try mapped(machine) { _, column throws(PyError) in
        defer { place += 1 }
        let made = try SeriesObject(column, index).binary(
          operation, right.value(at: place, machine), reflected: reflected, machine)
        return try TableColumn(made ?? .none, count: nil, machine)
      })
  }

  override func unary(_ symbol: String, _ machine: Machine) throws(PyError) -> Value? {
    .object(
      try mapped(machine) { _, column throws(PyError) in
        let made = try SeriesObject(column, index).unary(symbol, machine)
        return try TableColumn(made ?? .none, count: nil, machine)
      })
  }

  private static let methodNames = Set(FrameMethods.all.map(\.name))

  static let frameType = SharedType(
    "DataFrame", module: "pandas", "data=None, index=None, columns=None",
    methods: FrameMethods.all, construct: FrameModule.frame)
}

/// The name of a dtype in `frame.dtypes`.
final class DTypeName: Object {
  private let name: String
  init(_ name: String) { self.name = name }
  override var typeName: String { "dtype" }
  override func repr(_ machine: Machine) -> String { "dtype('\(name)')" }
  override func str(_ machine: Machine) -> String { name }
}
