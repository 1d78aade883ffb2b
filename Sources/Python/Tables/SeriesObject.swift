internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// `pandas.Series`: a column with labels.
final class SeriesObject: HostObject, ArrayConvertible, ItemsConvertible {
  let column: TableColumn
  let index: TableIndex
  let name: Value?

  init(_ column: TableColumn, _ index: TableIndex, name: Value? = nil) {
    (self.column, self.index, self.name) = (column, index, name)
  }

  deinit { LettingGo.hold((column, name)) }

  override var hostType: TypeObject { Self.seriesType }
  var takesOperations: Bool { true }
  func arrayItems(_ machine: Machine) throws(PyError) -> [Value]? {
    column.numbers == nil ? try column.items(machine) : nil
  }

  func asArray(_ machine: Machine) throws(PyError) -> NumericArray {
    guard let array = column.numbers else {
      throw machine.error("TypeError", "a Series of texts is no array of numbers")
    }
    return array
  }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    let dtype = "dtype: \(column.dtypeName)"
    let called = try name.map { name throws(PyError) in try machine.str(name) }
    guard column.count > 0 else {
      return "Series([], " + (called.map { "Name: \($0), " } ?? "") + "\(dtype))"
    }
    let (rows, gap) = TableOptions.of(machine).shownRows(column.count)
    var labels = try index.taking(rows).texts(machine)
    var values = try TableText.texts(column.taking(rows, machine), machine)
    if let gap {
      let width = values[gap - 1].width
      let dots = width > 3 ? "..." : ".."
      let before = (width - dots.count) / 2 + ((width - dots.count) & width & 1)
      values.insert(
        String(repeating: " ", count: before) + dots
          + String(repeating: " ", count: width - dots.count - before), at: gap)
      labels.insert("", at: gap)
    }
    var foot = called.map { ["Name: \($0)"] } ?? []
    if gap != nil { foot.append("Length: \(column.count)") }
    let head = index.name.map { $0 + "\n" } ?? ""
    return head + TableText.joined([labels, values], space: 3) + "\n"
      + (foot + [dtype]).joined(separator: ", ")
  }

  override func length(_ machine: Machine) -> Int? { column.count }

  override func isTrue(_ machine: Machine) throws(PyError) -> Bool {
    throw machine.error(
      "ValueError",
      "The truth value of a Series is ambiguous. Use a.empty, a.item(), a.any() or a.all()."
    )
  }

  override func iterator(_ machine: Machine) throws(PyError) -> IteratorObject? {
    var items: [Value] = []
    for item in try column.items(machine) { items.append(item.plain) }
    return try machine.iterator(.object(ListObject(items)))
  }

  override func contains(_ value: Value, _ machine: Machine) throws(PyError) -> Bool? {
    for label in index.values where try machine.isEqual(label, value) { return true }
    return false
  }

  /// The same labels and name with other values.
  func with(_ column: TableColumn) -> SeriesObject { SeriesObject(column, index, name: name) }

  func taking(_ rows: [Int], _ machine: Machine) throws(PyError) -> SeriesObject {
    SeriesObject(try column.taking(rows, machine), index.taking(rows), name: name)
  }

  override func item(_ place: Value, _ machine: Machine) throws(PyError) -> Value {
    if place.namesLabels {
      return try TablePlace(series: self, byLabel: true).item(place, machine)
    }
    if let rows = try TableRows.chosen(place, index.count, machine) {
      return .object(try taking(rows, machine))
    }
    return try column.item(index.row(of: place, machine), machine)
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "values", "array": return try column.values(machine)
    case "index": return .object(IndexObject(index))
    case "name": return self.name ?? Value.none
    case "shape": return .object(TupleObject([.int(column.count)]))
    case "size": return .int(column.count)
    case "ndim": return .int(1)
    case "empty": return .bool(column.count == 0)
    case "iloc", "iat": return .object(TablePlace(series: self, byLabel: false))
    case "plot":
      return .object(
        PlotAccessor(FrameObject([(self.name ?? .none, column)], index), isSeries: true))
    case "loc", "at": return .object(TablePlace(series: self, byLabel: true))
    case "dtype":
      guard let array = column.numbers else { return .string(column.dtypeName) }
      return try machine.attribute(TableNumbers.value(array, machine), "dtype")
    default: return nil
    }
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    var right = other
    if let series: SeriesObject = other.asObject() {
      guard try index.isSame(as: series.index, machine) else {
        throw machine.error(
          "NotImplementedError",
          "operations on Series with other labels are not supported by Caderno")
      }
      if column.numbers != nil, series.column.numbers != nil {
        right = try series.column.array(machine)
      }
    }
    if case .objects(let items) = column {
      return .object(
        with(try items.operated(operation, other, reflected: reflected, machine)))
    }
    let left = try column.array(machine)
    let result =
      reflected
      ? try machine.binary(operation, right, left) : try machine.binary(operation, left, right)
    return .object(SeriesObject(try TableColumn(result, count: nil, machine), index, name: name))
  }

  override func unary(_ symbol: String, _ machine: Machine) throws(PyError) -> Value? {
    guard case .object(let array) = try column.array(machine),
      let result = try array.unary(symbol, machine)
    else { return nil }
    return .object(SeriesObject(try TableColumn(result, count: nil, machine), index, name: name))
  }

  static let seriesType = SharedType(
    "Series", module: "pandas", "data=None, index=None, dtype=None, name=None",
    properties: [
      "values", "array", "index", "name", "shape", "size", "iloc", "loc", "iat", "at", "dtype",
      "ndim", "empty", "plot",
    ], methods: SeriesMethods.all
  ) { call throws(PyError) in
    if let value = call.given("dtype") { throw call.unsupported("dtype", value) }
    let machine = call.machine
    guard let data = call.given("data") else {
      return .object(SeriesObject(.objects([]), TableIndex(.range(0)), name: call.given("name")))
    }
    if let dict: DictObject = data.asObject() {
      if let value = call.given("index") { throw call.unsupported("index", value) }
      return .object(
        SeriesObject(
          try TableColumn.column(of: dict.pairs.map(\.value), machine),
          TableIndex(.values(dict.pairs.map(\.key))), name: call.given("name")))
    }
    let given = try call.given("index").map { value throws(PyError) in
      try TableIndex(value, machine)
    }
    let column = try TableColumn(data, count: given?.count, machine)
    let index = given ?? TableIndex(.range(column.count))
    guard index.count == column.count else {
      throw call.error(
        "ValueError",
        "Length of values (\(column.count)) does not match length of index (\(index.count))")
    }
    return .object(SeriesObject(column, index, name: call.given("name")))
  }
}

extension [Value] {
  /// An operator for each value of a column of texts or objects, with one other value or one for each row; what is
  /// missing stays so, and is unequal to everything.
  fileprivate func operated(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> TableColumn {
    var others = [Value](repeating: other, count: count)
    let isOne =
      switch other {
      case .object(let object): object.plainNumber != nil
      default: true
      }
    if !isOne {
      others = try machine.array(other)
      guard others.count == count else {
        throw machine.error("ValueError", "Lengths must match")
      }
    }
    var made: [Value] = []
    for (own, other) in zip(self, others) {
      let isMissing = own.isMissing || other.isMissing
      if operation == .equal || operation == .notEqual {
        let isEqual = try machine.isEqual(own.plain, other.plain)
        made.append(.bool((isEqual && !isMissing) == (operation == .equal)))
      } else if isMissing {
        made.append(operation.isOrder ? .bool(false) : .float(.nan))
      } else {
        made.append(
          reflected
            ? try machine.binary(operation, other, own) : try machine.binary(operation, own, other))
      }
    }
    return try TableColumn.column(of: made, machine)
  }
}

extension Value {
  /// Whether it is a slice between texts, or a list of what is no truth: both name labels.
  fileprivate var namesLabels: Bool {
    if let slice: SliceObject = asObject() {
      return [slice.start, slice.stop].contains { if case .string = $0 { true } else { false } }
    }
    guard let list: ListObject = asObject(), let first = list.items.first else { return false }
    return if case .bool = first.plain { false } else { true }
  }
}

extension Operation {
  /// Whether it says which of two is the greater.
  fileprivate var isOrder: Bool {
    [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(self)
  }
}
