internal import PythonRuntime
internal import Matplotlib

/// What a call of seaborn's draws: columns of a table by their names, or values themselves.
struct SeabornData {
  /// Values of a column, and its name.
  struct Column {
    var values: [Value]
    var name: String?

    /// All values as numbers; nil where some are none.
    func numbers() -> [Double]? {
      var numbers: [Double] = []
      for value in values {
        guard let number = value.double else { return nil }
        numbers.append(number)
      }
      return numbers
    }

    func texts(_ machine: Machine) throws(PyError) -> [String] {
      var texts: [String] = []
      for value in values { texts.append(try machine.str(value)) }
      return texts
    }

    /// The different values as texts: numbers in order, others as they come.
    func levels(_ machine: Machine) throws(PyError) -> [String] {
      var known: [String] = []
      var numbers: [(Double, String)] = []
      for (value, text) in zip(values, try texts(machine)) where !known.contains(text) {
        known.append(text)
        if let number = value.double { numbers.append((number, text)) }
      }
      return numbers.count == known.count ? numbers.sorted { $0.0 < $1.0 }.map(\.1) : known
    }
  }

  var x: Column?
  var y: Column?
  var hue: Column?

  init(_ call: Call) throws(PyError) {
    x = try Self.column("x", call)
    y = try Self.column("y", call)
    hue = try Self.column("hue", call)
    // One row of values goes where none was named.
    if x == nil, y == nil, let data = call.given("data") {
      x = Column(values: try call.machine.array(data), name: try Self.name(of: data, call.machine))
    }
    let counts = Set([x, y, hue].compactMap { $0?.values.count })
    guard counts.count <= 1 else {
      throw call.error("ValueError", "All arrays must be of the same length")
    }
  }

  private static func column(_ name: String, _ call: Call) throws(PyError) -> Column? {
    guard let value = call.given(name) else { return nil }
    if case .string(let text) = value {
      guard let data = call.given("data") else {
        throw call.error(
          "ValueError",
          "Could not interpret value `\(text)` for `\(name)`. Value is a string, but `data` was not passed."
        )
      }
      return Column(values: try call.machine.array(try call.machine.item(data, value)), name: text)
    }
    return Column(
      values: try call.machine.array(value), name: try Self.name(of: value, call.machine))
  }

  private static func name(of value: Value, _ machine: Machine) throws(PyError) -> String? {
    guard case .object(let object) = value, object is HostObject,
      let name = try object.attribute("name", machine), case .string(let text) = name
    else { return nil }
    return text
  }
}
