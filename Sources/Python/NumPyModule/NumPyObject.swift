package import PythonRuntime
package import NumPy
package import Arrays

/// An array, a NumPy scalar, a dtype or a generator as programs hold it.
package final class NumPyObject: HostObject {
  /// Changed where a program sets `shape`.
  package private(set) var value: NumPyValue
  let session: NumPySession

  /// Makes the object and tells the session of the bytes of a new array.
  package init(_ value: NumPyValue, _ session: NumPySession) {
    self.value = value
    self.session = session
    if case .array(let array) = value { session.onArray(array.size * array.dtype.size) }
  }

  /// The array or scalar; nil for texts, dtypes and generators.
  package var array: NumericArray? {
    switch value {
    case .array(let array), .scalar(let array): array
    default: nil
    }
  }

  package override var hostType: TypeObject {
    switch value {
    case .scalar(let array): NumPyTypes.scalar(array.dtype)
    case .word: NumPyTypes.word
    case .dtype, .textType: NumPyTypes.dtype
    case .seeds: NumPyTypes.seedSequence
    case .generator(let generator):
      generator.isLegacy ? NumPyTypes.randomState : NumPyTypes.generator
    default: NumPyTypes.array
    }
  }
  package override var typeName: String { value.typeName }

  package override func repr(_ machine: Machine) -> String {
    NumPyText.repr(value, session.printing)
  }
  package override func str(_ machine: Machine) -> String { NumPyText.str(value, session.printing) }

  package override func format(_ spec: String, _ machine: Machine) throws(PyError) -> String? {
    guard spec.isEmpty, case .scalar = value, let plain = plainNumber else { return nil }
    return try machine.format(plain, "")
  }

  package override var hasAxes: Bool { array.map { $0.ndim > 0 } ?? false }

  package override var plainNumber: Value? {
    guard let array, array.ndim == 0, let number = try? array.item() else { return nil }
    switch number {
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .real(let value): return .float(value)
    }
  }

  package override var indexRefusal: String? {
    guard case .array = value else { return nil }
    return "only integer scalar arrays can be converted to a scalar index"
  }

  package override func isTrue(_ machine: Machine) throws(PyError) -> Bool {
    switch value {
    case .array(let array), .scalar(let array):
      return try machine.raising { () throws(ArrayError) in try array.truth() }
    case .word(let text): return !text.isEmpty
    default: return true
    }
  }

  package override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    let found = try machine.raising { () throws(ArrayError) -> NumPyValue? in
      switch value {
      case .array(let array), .scalar(let array): try session.attribute(name, of: array)
      case .texts(let texts): try session.attribute(name, of: texts)
      case .dtype(let dtype): session.attribute(name, of: dtype)
      case .seeds(let seeds): session.attribute(name, of: seeds)
      default: nil
      }
    }
    return found.map { Value($0, session) }
  }

  package override func attribute(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    if let found = try super.attribute(name, machine) { return found }
    if let conversion = conversion(name) { return conversion }
    guard case .texts = value else { return nil }
    return .object(
      BuiltinFunction(name) { [self] arguments, machine throws(PyError) in
        try NumPyTypes.call(method: name, of: self, arguments, machine)
      })
  }

  package override func setAttribute(
    _ name: String, _ new: Value, _ machine: Machine
  ) throws(PyError) -> Bool {
    guard name == "shape", case .array(let array) = value else { return false }
    let extents = try machine.shape(new)
    value = .array(
      try machine.raising { () throws(ArrayError) in try array.reshaped(extents) })
    return true
  }

  package override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    let place = try NumPyValue(index, machine)
    switch value {
    case .array(let array):
      return Value(
        try machine.raising { () throws(ArrayError) in try session.item(of: array, at: place) },
        session)
    case .texts(let texts):
      return Value(
        try machine.raising { () throws(ArrayError) in try session.item(of: texts, at: place) },
        session)
    case .word(let text): return try machine.item(.string(text), index)
    default:
      throw machine.error("TypeError", "'\(typeName)' object is not subscriptable")
    }
  }

  package override func setItem(
    _ index: Value, _ new: Value, _ machine: Machine
  ) throws(PyError) {
    guard case .array(let array) = value else {
      throw machine.error(
        "TypeError", "'\(typeName)' object does not support item assignment")
    }
    let (place, given) = (try NumPyValue(index, machine), try NumPyValue(new, machine))
    try machine.raising(session) { () throws(ArrayError) in
      try session.assign(given, to: array, at: place)
    }
  }

  package override func length(_ machine: Machine) throws(PyError) -> Int? {
    switch value {
    case .array(let array):
      return try machine.raising { () throws(ArrayError) in try session.length(of: array) }
    case .texts(let texts): return texts.shape.first
    case .word(let text): return text.unicodeScalars.count
    default: return nil
    }
  }

  package override func iterator(_ machine: Machine) throws(PyError) -> IteratorObject? {
    if case .array(let array) = value, array.ndim == 0 {
      throw machine.error("TypeError", "iteration over a 0-d array")
    }
    guard let count = try length(machine) else { return nil }
    var index = 0
    return HostIterator { [self] machine throws(PyError) in
      guard index < count else { return nil }
      defer { index += 1 }
      return try item(.int(index), machine)
    }
  }

  package override func contains(_ member: Value, _ machine: Machine) throws(PyError) -> Bool? {
    guard let array else { return nil }
    let given = try NumPyValue(member, machine)
    return try machine.raising { () throws(ArrayError) -> Bool in
      let equal = try session.binary("==", .array(array), given)
      guard case .array(let found) = equal else { return false }
      return found.integers().contains { $0 != 0 }
    }
  }

  package override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    try operated(operation, other, reflected: reflected, machine)
  }

  package override func inPlace(
    _ operation: Operation, _ other: Value, _ machine: Machine
  ) throws(PyError) -> Value? {
    try changed(operation, other, machine)
  }

  package override func unary(_ symbol: String, _ machine: Machine) throws(PyError) -> Value? {
    try negated(symbol, machine)
  }

  package override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    try equals(other, machine)
  }

  package override func hashNumber(_ machine: Machine) throws(PyError) -> Int? {
    switch value {
    case .array, .texts: nil
    case .word(let text): text.hashValue
    default: ObjectIdentifier(self).hashValue
    }
  }
}
