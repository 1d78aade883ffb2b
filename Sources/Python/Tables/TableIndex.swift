internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// The labels of rows or columns.
struct TableIndex {
  enum Labels {
    /// The numbers from 0 on.
    case range(Int)
    case values([Value])
  }

  var labels: Labels
  var name: String?
  /// What pandas keeps once a label was looked up.
  private var engine = Engine()

  /// Whether labels were looked up: pandas' table of them counts as the index' memory from then on.
  private final class Engine {
    var isHashed = false
  }

  init(_ labels: Labels, name: String? = nil) { (self.labels, self.name) = (labels, name) }

  init(_ value: Value, _ machine: Machine) throws(PyError) {
    if let index: IndexObject = value.asObject() {
      self = index.index
    } else {
      labels = .values(try machine.array(value))
    }
  }

  var count: Int {
    switch labels {
    case .range(let count): count
    case .values(let values): values.count
    }
  }

  subscript(_ row: Int) -> Value {
    switch labels {
    case .range: .int(row)
    case .values(let values): values[row]
    }
  }

  var values: [Value] { (0..<count).map { self[$0] } }

  func taking(_ rows: [Int]) -> TableIndex {
    if case .range = labels, rows == Array(0..<rows.count) {
      return TableIndex(.range(rows.count), name: name)
    }
    return TableIndex(.values(rows.map { self[$0] }), name: name)
  }

  /// The bytes that the labels take in pandas, the table by which it looks them up included.
  var memory: Int {
    guard case .values(let values) = labels else { return 132 }
    guard engine.isHashed else { return 8 * values.count }
    // The table has a power of two of places, of which 77 % are filled at most.
    var places = 4
    while Int(Double(places) * 0.77 + 0.5) < values.count { places *= 2 }
    return 8 * values.count + 16 * places + 4 * max(1, places / 32) + 40
  }

  /// The row of a label.
  func row(of label: Value, _ machine: Machine) throws(PyError) -> Int {
    engine.isHashed = true
    if case .range(let count) = labels {
      if let row = label.smallInt, (0..<count).contains(row) { return row }
    } else {
      for row in 0..<count where try machine.isEqual(self[row], label) { return row }
    }
    throw machine.error("KeyError", of: label)
  }

  /// All rows with a label that is to go.
  func rows(droppedAs label: Value, _ machine: Machine) throws(PyError) -> [Int] {
    engine.isHashed = true
    var rows: [Int] = []
    for row in 0..<count where try machine.isEqual(self[row], label) { rows.append(row) }
    guard !rows.isEmpty else {
      throw machine.error("KeyError", "[\(try machine.repr(label))] not found in axis")
    }
    return rows
  }

  /// The labels by other names: a dict has them, or a function makes them.
  func renamed(_ call: Call, _ parameter: String) throws(PyError) -> TableIndex {
    guard let names = call.given(parameter) else { return self }
    let dict: DictObject? = names.asObject()
    guard dict != nil || names.asObject()?.isCallable(call.machine) == true else {
      throw call.unsupported(parameter, names)
    }
    var renamed: [Value] = []
    for label in values {
      if let dict {
        renamed.append(try dict.value(label.plain, call.machine) ?? label)
      } else {
        renamed.append(try call.machine.call(names, Arguments([label.plain])))
      }
    }
    return TableIndex(.values(renamed), name: name)
  }

  func isSame(as other: TableIndex, _ machine: Machine) throws(PyError) -> Bool {
    guard count == other.count else { return false }
    for row in 0..<count where try !machine.isEqual(self[row], other[row]) { return false }
    return true
  }

  func texts(_ machine: Machine) throws(PyError) -> [String] {
    var reals: [Double] = []
    for value in values { if case .float(let number) = value.plain { reals.append(number) } }
    if reals.count == count, count > 0 {
      return TableText.reals(reals).map { $0.first == " " ? String($0.dropFirst()) : $0 }
    }
    var texts: [String] = []
    for value in values { texts.append(value.isMissing ? "NaN" : try machine.str(value)) }
    return texts
  }

  /// pandas' name of the labels' dtype.
  func dtypeName(_ machine: Machine) throws(PyError) -> String {
    let column = try TableColumn.column(of: values, machine)
    return count == 0 ? "object" : column.dtypeName
  }
}

/// `frame.columns` and `frame.index`.
final class IndexObject: HostObject, ItemsConvertible {
  let index: TableIndex
  init(_ index: TableIndex) { self.index = index }

  override var hostType: TypeObject { Self.indexType }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    if case .range(let count) = index.labels {
      return "RangeIndex(start=0, stop=\(count), step=1)"
    }
    var parts: [String] = []
    for value in index.values { parts.append(try machine.repr(value.plain)) }
    let dtype = try index.dtypeName(machine)
    let areTexts = dtype == "str" || dtype == "object"
    let listed = ListedText(parts, indent: 6, justifies: !areTexts)
    guard !listed.isWrapped || dtype != "float64" else {
      throw machine.error(
        "NotImplementedError",
        "printing so long an Index of floats is not supported by Caderno; its list can be printed")
    }
    let name = index.name.map { ", name='\($0)'" } ?? ""
    let length = parts.count > 100 ? ", length=\(parts.count)" : ""
    let text =
      "Index(\(listed.text),\(listed.isWrapped ? "\n      " : " ")dtype='\(dtype)'\(name)\(length))"
    return text
  }

  func arrayItems(_ machine: Machine) -> [Value]? { index.values }

  override func length(_ machine: Machine) -> Int? { index.count }
  override func iterator(_ machine: Machine) throws(PyError) -> IteratorObject? {
    try machine.iterator(.object(ListObject(index.values)))
  }
  override func item(_ place: Value, _ machine: Machine) throws(PyError) -> Value {
    try machine.item(.object(ListObject(index.values)), place)
  }
  override func contains(_ value: Value, _ machine: Machine) throws(PyError) -> Bool? {
    for label in index.values where try machine.isEqual(label, value) { return true }
    return false
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "values":
      return try TableColumn.column(of: index.values, machine).values(machine)
    case "name": return index.name.map(Value.string) ?? Value.none
    default: return nil
    }
  }

  private static let indexType = SharedType(
    "Index", module: "pandas", properties: ["values", "name"],
    methods: [
      .method("tolist") { (object: IndexObject, _) throws(PyError) in
        .object(ListObject(object.index.values))
      }
    ]
      + ["max", "min"].map { name in
        .method(name) { (object: IndexObject, call) throws(PyError) in
          let column = try TableColumn.column(of: object.index.values, call.machine)
          return try TableSummary.value(name, column, call)
        }
      })
}
