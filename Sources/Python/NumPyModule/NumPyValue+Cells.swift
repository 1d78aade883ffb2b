package import PythonRuntime
package import NumPy
package import Arrays

/// An object of another module that NumPy's functions can read as an array, such as a tensor.
package protocol ArrayConvertible {
  func asArray(_ machine: Machine) throws(PyError) -> NumericArray
  /// Whether `array + object` is the object's own operation.
  var takesOperations: Bool { get }
}

extension ArrayConvertible {
  /// False: the array's own operation reads the object as an array.
  package var takesOperations: Bool { false }
}

/// An object of another module that NumPy's functions can read as a list, such as a column of texts.
package protocol ItemsConvertible {
  /// The values; nil where it isn't read as a list.
  func arrayItems(_ machine: Machine) throws(PyError) -> [Value]?
}

/// An object of another module that NumPy's functions read as a dtype, such as `tf.float32`.
package protocol DTypeConvertible {
  var dtype: DType { get }
}

extension NumPyValue {
  /// A value of a program as NumPy's functions take it.
  ///
  /// - Throws: `TypeError` for objects that NumPy would put into an array of objects.
  package init(_ value: Value, _ machine: Machine) throws(PyError) {
    try self.init(value, machine, depth: 0)
  }

  /// Lists inside of each other that an array has room for: one for each of its axes.
  private static let mostNested = 64

  private init(_ value: Value, _ machine: Machine, depth: Int) throws(PyError) {
    switch value {
    case .unset, .none: self = .none
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .float(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .big:
      throw machine.error("OverflowError", "Python integer too large to convert to C long")
    case .object(let object): self = try Self.made(of: object, value, machine, depth)
    }
  }

  private static func made(
    of object: Object, _ value: Value, _ machine: Machine, _ depth: Int
  ) throws(PyError) -> NumPyValue {
    switch object {
    case let array as NumPyObject: return array.value
    case let list as ListObject: return .list(try items(list.items, machine, depth))
    case let tuple as TupleObject: return .tuple(try items(tuple.items, machine, depth))
    case let slice as SliceObject:
      return .slice(
        start: try bound(slice.start, machine), stop: try bound(slice.stop, machine),
        step: try bound(slice.step, machine))
    case let type as TypeObject: return try named(type, machine)
    case let type as any DTypeConvertible: return .dtype(type.dtype)
    default: break
    }
    if let list = object as? any ItemsConvertible, let values = try list.arrayItems(machine) {
      return .list(try items(values, machine, depth))
    }
    if let tensor = object as? any ArrayConvertible { return .array(try tensor.asArray(machine)) }
    if object.typeName == "ellipsis" { return .ellipsis }
    if object.typeName == "range" { return .list(try items(machine.array(value), machine, depth)) }
    throw machine.error(
      "TypeError", "an array of '\(object.typeName)' objects is not supported by Caderno")
  }

  private static func items(
    _ items: [Value], _ machine: Machine, _ depth: Int
  ) throws(PyError) -> [NumPyValue] {
    guard depth < mostNested else {
      throw machine.error(
        "ValueError",
        "setting an array element with a sequence. The requested array would exceed the maximum "
          + "number of dimension of \(mostNested).")
    }
    var values: [NumPyValue] = []
    values.reserveCapacity(items.count)
    for item in items { values.append(try NumPyValue(item, machine, depth: depth + 1)) }
    return values
  }

  private static func bound(_ value: Value, _ machine: Machine) throws(PyError) -> Int? {
    if case .none = value { return nil }
    return try machine.integer(value, "slice")
  }

  private static func named(_ type: TypeObject, _ machine: Machine) throws(PyError) -> NumPyValue {
    if let dtype = NumPyTypes.dtype(of: type) { return .type(dtype) }
    switch type.name {
    case "int": return .type(.int64)
    case "float": return .type(.float64)
    case "bool": return .type(.bool)
    default:
      throw machine.error("TypeError", "Cannot interpret '\(type.repr(machine))' as a data type")
    }
  }
}

extension Value {
  /// What NumPy's function gave, as a value of the program.
  package init(_ value: NumPyValue, _ session: NumPySession) {
    switch value {
    case .none: self = .none
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .float(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .list(let items): self = .object(ListObject(items.map { Value($0, session) }))
    case .tuple(let items): self = .object(TupleObject(items.map { Value($0, session) }))
    case .type(let dtype): self = .object(NumPyTypes.scalar(dtype))
    case .slice(let start, let stop, let step):
      func part(_ number: Int?) -> Value { number.map(Value.int) ?? .none }
      self = .object(SliceObject(part(start), part(stop), part(step)))
    case .ellipsis: self = .none
    case .bytes(let bytes): self = .object(BytesObject(bytes))
    default: self = .object(NumPyObject(value, session))
    }
  }
}

extension Machine {
  /// Raises what an array function throws as the exception that it names.
  package func raising<Result>(
    _ body: () throws(ArrayError) -> Result
  ) throws(PyError) -> Result {
    do {
      return try body()
    } catch {
      throw self.error(Self.exceptions[error.kind] ?? error.kind.rawValue, error.message)
    }
  }

  /// The same of a session's computations; what went wrong with numbers is told as the program wants it.
  func raising<Result>(
    _ session: NumPySession, _ body: () throws(ArrayError) -> Result
  ) throws(PyError) -> Result {
    session.notes = []
    let result = try raising(body)
    if !session.notes.isEmpty { try tell(session.notes) }
    return result
  }

  /// NumPy's own exceptions as the built-in ones that they are kinds of.
  private static let exceptions: [ArrayError.Kind: String] = [
    .axisError: "AxisError", .ufuncTypeError: "UFuncTypeError", .linAlgError: "LinAlgError",
  ]

  /// A whole number or a sequence of them as extents.
  package func shape(_ value: Value) throws(PyError) -> [Int] {
    if let number = value.smallInt { return [number] }
    var extents: [Int] = []
    for item in try array(value) { extents.append(try integer(item, "shape")) }
    return extents
  }
}
