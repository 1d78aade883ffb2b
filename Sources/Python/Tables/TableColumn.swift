internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// A column of a table: numbers, or whatever else.
enum TableColumn {
  case numbers(NumericArray)
  case objects([Value])

  /// A value of the program as a column; a single one `count` times.
  init(_ value: Value, count: Int?, _ machine: Machine) throws(PyError) {
    if let series: SeriesObject = value.asObject() {
      self = series.column
      return
    }
    let isOne: Bool
    switch value {
    case .string, .none, .bool, .int, .float: isOne = true
    case .object(let array as NumPyObject): isOne = array.array?.ndim == 0
    case .object(let object): isOne = object.plainNumber != nil
    default: isOne = false
    }
    let items = isOne ? [Value](repeating: value, count: count ?? 1) : nil
    if let array = value.asObject(NumPyObject.self)?.array, items == nil {
      guard array.ndim == 1 else {
        throw machine.error("ValueError", "Per-column arrays must each be 1-dimensional")
      }
      self = .numbers(try machine.raising { () throws(ArrayError) in try array.copy() })
      return
    }
    let all = if let items { items } else { try machine.array(value) }
    self = try Self.column(of: all, machine)
  }

  /// Numbers where all values are some, objects otherwise. `None` among numbers, or among texts, is a missing
  /// value, as `nan` is.
  static func column(of items: [Value], _ machine: Machine) throws(PyError) -> TableColumn {
    let given = items.filter { if case .none = $0 { false } else { true } }
    let missing = Value.float(.nan)
    func filled() -> [Value] { items.map { if case .none = $0 { missing } else { $0 } } }
    if !given.isEmpty, given.allSatisfy({ if case .string = $0 { true } else { $0.isMissing } }) {
      let hasText = given.contains { if case .string = $0 { true } else { false } }
      if hasText { return .objects(filled()) }
    }
    guard !given.isEmpty, given.allSatisfy({ $0.double != nil }) else { return .objects(items) }
    let isBool = given.map { item in if case .bool = item.plain { true } else { false } }
    guard Set(isBool).count == 1, !isBool[0] || given.count == items.count else {
      return .objects(items)
    }
    return .numbers(try TableNumbers.array(.object(ListObject(filled())), machine))
  }

  /// Whether the value of a row is missing.
  func isMissing(_ row: Int) -> Bool {
    switch self {
    case .objects(let items): if case .none = items[row] { true } else { items[row].isMissing }
    case .numbers: false
    }
  }

  /// Which rows have a missing value.
  var missing: [Bool] {
    switch self {
    case .objects(let items): items.indices.map { isMissing($0) }
    case .numbers(let array):
      array.dtype.isFloating
        ? array.reals().map(\.isNaN) : [Bool](repeating: false, count: array.size)
    }
  }

  var count: Int {
    switch self {
    case .numbers(let array): array.size
    case .objects(let items): items.count
    }
  }

  var numbers: NumericArray? {
    if case .numbers(let array) = self { array } else { nil }
  }

  /// Whether pandas counts it among the numeric columns, booleans included.
  var isNumeric: Bool { numbers != nil }

  /// pandas' name of the dtype.
  var dtypeName: String {
    switch self {
    case .numbers(let array): return array.dtype.rawValue
    case .objects(let items):
      let texts = items.filter { if case .string = $0 { true } else { false } }
      let areTexts = items.allSatisfy { if case .string = $0 { true } else { $0.isMissing } }
      return areTexts && !texts.isEmpty ? "str" : "object"
    }
  }

  func item(_ row: Int, _ machine: Machine) throws(PyError) -> Value {
    switch self {
    case .objects(let items): return items[row]
    case .numbers(let array):
      return try machine.item(TableNumbers.value(array, machine), .int(row))
    }
  }

  func items(_ machine: Machine) throws(PyError) -> [Value] {
    switch self {
    case .objects(let items): return items
    case .numbers(let array): return try machine.array(TableNumbers.value(array, machine))
    }
  }

  func taking(_ rows: [Int], _ machine: Machine) throws(PyError) -> TableColumn {
    switch self {
    case .objects(let items): return .objects(rows.map { items[$0] })
    case .numbers(let array):
      return .numbers(
        try machine.raising { () throws(ArrayError) in
          try array.taking(NumericArray(integers: rows), axis: 0)
        })
    }
  }

  /// As `Series.values` gives it: an array of numbers, or pandas' own array of texts.
  func values(_ machine: Machine) throws(PyError) -> Value {
    if case .objects(let items) = self, dtypeName == "str" {
      return .object(StringArrayObject(items))
    }
    return try array(machine)
  }

  /// As an array of the program: numbers, texts.
  func array(_ machine: Machine) throws(PyError) -> Value {
    switch self {
    case .numbers(let array): return TableNumbers.value(array, machine)
    case .objects(let items):
      guard Set(items.map { $0.double == nil }).count < 2 else {
        throw machine.error(
          "TypeError", "an array of objects is not supported by Caderno; its list can be had")
      }
      let given = try NumPyValue(.object(ListObject(items)), machine)
      let session = NumPyLibrary.session(of: machine)
      return Value(
        try machine.raising { () throws(ArrayError) in
          try session.call("array", [given])
        }, session)
    }
  }
}

extension Value {
  /// Whether it is `nan`.
  var isMissing: Bool { if case .float(let number) = plain { number.isNaN } else { false } }
}
