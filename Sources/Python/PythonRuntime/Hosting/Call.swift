/// A call of a host's function: what was given, by name.
public struct Call {
  /// The function's name, for messages.
  public let name: String
  var values: [String: Value]
  /// Values beyond the parameters, and keywords that the signature doesn't name.
  public let rest: [Value]
  public let others: [(name: String, value: Value)]
  public let machine: Machine
  /// How many values came without a name.
  public var positionalCount = 0

  /// The value given; nil where none was.
  public subscript(name: String) -> Value? { values[name] }

  /// The value given, unless it is None.
  public func given(_ name: String) -> Value? {
    guard let value = values[name] else { return nil }
    if case .none = value { return nil }
    return value
  }

  /// The value of a parameter that the signature requires.
  public func required(_ name: String) -> Value { values[name] ?? .none }

  /// The names of the parameters that were given, in no order that matters.
  public var givenNames: [String] { values.keys.sorted() }

  public func has(_ name: String) -> Bool { values[name] != nil }

  /// A copy with a value put in.
  public func with(_ name: String, _ value: Value) -> Call {
    var copy = self
    copy.values[name] = value
    return copy
  }

  public func int(_ name: String) throws(PyError) -> Int? {
    guard let value = given(name) else { return nil }
    return try machine.integer(value, name)
  }

  public func int(_ name: String, or fallback: Int) throws(PyError) -> Int {
    try int(name) ?? fallback
  }

  public func double(_ name: String) throws(PyError) -> Double? {
    guard let value = given(name) else { return nil }
    return try machine.number(value, name)
  }

  public func double(_ name: String, or fallback: Double) throws(PyError) -> Double {
    try double(name) ?? fallback
  }

  public func bool(_ name: String, or fallback: Bool) throws(PyError) -> Bool {
    guard let value = given(name) else { return fallback }
    return try machine.isTrue(value)
  }

  public func string(_ name: String) throws(PyError) -> String? {
    guard let value = given(name) else { return nil }
    guard case .string(let text) = value else {
      throw error("TypeError", "\(name) must be a string, not \(machine.typeName(value))")
    }
    return text
  }

  public func error(_ kind: String, _ message: String) -> PyError { machine.error(kind, message) }

  /// The error for a value that is understood by Python's library, but not here.
  public func unsupported(_ name: String, _ value: Value) -> PyError {
    let shown = (try? machine.repr(value)) ?? "?"
    return machine.error(
      "NotImplementedError", "\(self.name)(): \(name)=\(shown) is not supported by Caderno")
  }
}

extension Machine {
  /// A whole number, also as NumPy's scalars and floats without a fraction have it.
  public func integer(_ value: Value, _ name: String) throws(PyError) -> Int {
    if let number = value.smallInt { return number }
    if case .float(let number) = value.plain, let whole = Int(exactly: number) { return whole }
    if case .object(let object) = value, let method = try object.attribute("__int__", self),
      let number = try call(method, Arguments()).smallInt
    {
      return number
    }
    if value.plain.bigInt != nil {
      throw error("OverflowError", "Python int too large to convert to C long")
    }
    throw error("TypeError", "\(name) must be an integer, not \(typeName(value))")
  }

  public func number(_ value: Value, _ name: String) throws(PyError) -> Double {
    if let number = value.double { return number }
    if case .object(let object) = value, let method = try object.attribute("__float__", self),
      let number = try call(method, Arguments()).double
    {
      return number
    }
    throw error("TypeError", "\(name) must be a number, not \(typeName(value))")
  }

  /// The strings of a list or tuple.
  public func strings(_ value: Value, _ name: String) throws(PyError) -> [String] {
    var texts: [String] = []
    for item in try array(value) {
      guard case .string(let text) = item else {
        throw error("TypeError", "\(name) must be strings, not \(typeName(item))")
      }
      texts.append(text)
    }
    return texts
  }
}
