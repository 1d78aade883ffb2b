internal import ArrayCells
internal import Cells
internal import NumericArrays

/// `pandas.DataFrame`, as far as lessons use it to look at a history: named columns of numbers, and
/// their plot.
final class FrameObject: HostObject {
  private var columns: [(name: String, values: Value)] = []

  override var hostType: TypeObject { Self.frameType }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    throw machine.error(
      "NotImplementedError",
      "printing a DataFrame is not supported by Caderno; columns can be printed")
  }

  private func length(of value: Value, _ machine: Machine) throws(PyError) -> Int {
    try machine.length(value)
  }

  override func length(_ machine: Machine) throws(PyError) -> Int? {
    guard let first = columns.first else { return 0 }
    return try machine.length(first.values)
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "columns": return .object(ListObject(columns.map { .string($0.name) }))
    case "shape":
      return .object(TupleObject([.int(try length(machine) ?? 0), .int(columns.count)]))
    default: return columns.first { $0.name == name }?.values
    }
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    if case .string(let name) = index {
      if let found = columns.first(where: { $0.name == name }) { return found.values }
      throw machine.error("KeyError", of: index)
    }
    let part = FrameObject()
    for name in try machine.strings(index, "columns") {
      part.columns.append((name, try item(.string(name), machine)))
    }
    return .object(part)
  }

  override func setItem(_ index: Value, _ value: Value, _ machine: Machine) throws(PyError) {
    let name = try machine.str(index)
    let column = try Self.column(value, machine)
    if let count = try length(machine), !columns.isEmpty, try machine.length(column) != count {
      throw machine.error(
        "ValueError",
        "Length of values (\(try machine.length(column))) does not match length of index (\(count))"
      )
    }
    if let place = columns.firstIndex(where: { $0.name == name }) {
      columns[place].values = column
    } else {
      columns.append((name, column))
    }
  }

  private static func column(_ value: Value, _ machine: Machine) throws(PyError) -> Value {
    TableNumbers.value(try TableNumbers.array(value, machine), machine)
  }

  /// Draws each column as a line of the current figure.
  private func plot(_ call: Call) throws(PyError) {
    let machine = call.machine
    guard let pyplot = machine.modules["matplotlib.pyplot"] else { return }
    func tell(_ name: String, _ values: [Value], _ keywords: [(name: String, value: Value)] = [])
      throws(PyError)
    {
      guard let function = pyplot.members[name] else { return }
      _ = try machine.call(function, Arguments(values, keywords: keywords))
    }
    if let size = call.given("figsize") {
      try tell("figure", [], [("figsize", size)])
    } else {
      try tell("figure", [])
    }
    for column in columns { try tell("plot", [column.values], [("label", .string(column.name))]) }
    try tell("legend", [])
    for name in ["title", "xlabel", "ylabel", "ylim", "xlim"] {
      if let value = call.given(name) { try tell(name, [value]) }
    }
    if try call.bool("grid", or: false) { try tell("grid", [.bool(true)]) }
  }

  nonisolated(unsafe) static let frameType = TypeObject(
    "DataFrame", module: "pandas", "data=None, index=None, columns=None",
    methods: [
      .method(
        "plot",
        "*, figsize=None, title=None, grid=None, xlabel=None, ylabel=None, ylim=None, xlim=None"
      ) { (frame: FrameObject, call) throws(PyError) in
        try frame.plot(call)
        return .none
      }
    ]
  ) { call throws(PyError) in
    for name in ["index", "columns"] {
      if let value = call.given(name) { throw call.unsupported(name, value) }
    }
    let frame = FrameObject()
    guard let data = call.given("data") else { return .object(frame) }
    guard let dict: DictObject = data.asObject() else { throw call.unsupported("data", data) }
    for (key, value) in dict.pairs { try frame.setItem(key, value, call.machine) }
    return .object(frame)
  }
}
