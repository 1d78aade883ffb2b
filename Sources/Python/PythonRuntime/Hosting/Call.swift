/// A call of a host's function: what was given, by name.
package struct Call {
  /// The function's name, for messages.
  package let name: String
  var values: [String: Value]
  /// Values beyond the parameters (`*args`).
  package let rest: [Value]
  /// Keywords that the signature doesn't name, in the order of the call (`**kwargs`).
  package let others: [(name: String, value: Value)]
  /// What runs the caller.
  package let machine: Machine
  /// How many values came without a name.
  package var positionalCount = 0

  /// The value given; nil where none was.
  package subscript(name: String) -> Value? { values[name] }

  /// The value given, unless it is None.
  package func given(_ name: String) -> Value? {
    guard let value = values[name] else { return nil }
    if case .none = value { return nil }
    return value
  }

  /// The value of a parameter that the signature requires.
  package func required(_ name: String) -> Value { values[name] ?? .none }

  /// The names of the parameters that were given, in no order that matters.
  package var givenNames: [String] { values.keys.sorted() }

  /// Whether a value was given, be it None.
  package func has(_ name: String) -> Bool { values[name] != nil }

  /// A copy with a value put in.
  package func with(_ name: String, _ value: Value) -> Call {
    var copy = self
    copy.values[name] = value
    return copy
  }

  /// Returns the whole number given; nil for none and for None.
  ///
  /// - Throws: `TypeError` for what is no whole number, `OverflowError` beyond 64 bits.
  package func int(_ name: String) throws(PyError) -> Int? {
    guard let value = given(name) else { return nil }
    return try machine.integer(value, name)
  }

  /// Returns the whole number given, or the fallback for none and for None.
  package func int(_ name: String, or fallback: Int) throws(PyError) -> Int {
    try int(name) ?? fallback
  }

  /// Returns the number given; nil for none and for None.
  ///
  /// - Throws: `TypeError` for what is no number.
  package func double(_ name: String) throws(PyError) -> Double? {
    guard let value = given(name) else { return nil }
    return try machine.number(value, name)
  }

  /// Returns the number given, or the fallback for none and for None.
  package func double(_ name: String, or fallback: Double) throws(PyError) -> Double {
    try double(name) ?? fallback
  }

  /// Returns `bool(value)` of the value given, or the fallback for none and for None.
  package func bool(_ name: String, or fallback: Bool) throws(PyError) -> Bool {
    guard let value = given(name) else { return fallback }
    return try machine.isTrue(value)
  }

  /// Returns the text given; nil for none and for None.
  ///
  /// - Throws: `TypeError` for what is no `str`.
  package func string(_ name: String) throws(PyError) -> String? {
    guard let value = given(name) else { return nil }
    guard case .string(let text) = value else {
      throw error("TypeError", "\(name) must be a string, not \(machine.typeName(value))")
    }
    return text
  }

  /// An exception of a built-in type, to be thrown by the function's body.
  package func error(_ kind: String, _ message: String) -> PyError { machine.error(kind, message) }

  /// The error for a value that is understood by Python's library, but not here.
  package func unsupported(_ name: String, _ value: Value) -> PyError {
    let shown = (try? machine.repr(value)) ?? "?"
    return machine.error(
      "NotImplementedError", "\(self.name)(): \(name)=\(shown) is not supported by Caderno")
  }
}

extension Machine {
  /// A whole number, also as NumPy's scalars and floats without a fraction have it.
  package func integer(_ value: Value, _ name: String) throws(PyError) -> Int {
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

  /// A float from a number, also from what has `__float__`.
  ///
  /// - Parameter name: what the message calls it.
  /// - Throws: `TypeError` for what is no number.
  package func number(_ value: Value, _ name: String) throws(PyError) -> Double {
    if let number = value.double { return number }
    if case .object(let object) = value, let method = try object.attribute("__float__", self),
      let number = try call(method, Arguments()).double
    {
      return number
    }
    throw error("TypeError", "\(name) must be a number, not \(typeName(value))")
  }

  /// The strings of a list or tuple.
  package func strings(_ value: Value, _ name: String) throws(PyError) -> [String] {
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
