internal import PythonRuntime
internal import Networks
internal import Tensors

/// Makes the dictionaries in which Keras writes down its objects.
struct ConfigMaking {
  let machine: Machine

  /// A dictionary with these entries, in their order.
  func dict(_ entries: [(name: String, value: Value)]) throws(PyError) -> Value {
    let dict = DictObject()
    for (name, value) in entries { try dict.set(.string(name), value, machine) }
    return .object(dict)
  }

  /// `{'module': …, 'class_name': …, 'config': …, 'registered_name': None}`.
  func object(
    _ module: String, _ name: String, _ config: Value, registered: Value = .none,
    also more: [(name: String, value: Value)] = []
  ) throws(PyError) -> Value {
    try dict(
      [
        ("module", .string(module)), ("class_name", .string(name)), ("config", config),
        ("registered_name", registered),
      ] + more)
  }

  /// The type that all of a layer's numbers have.
  func precision() throws(PyError) -> Value {
    try object("keras", "DTypePolicy", try dict([("name", .string("float32"))]))
  }

  /// A shape with its open batch axis.
  func shape(_ shape: Shape) -> Value {
    .object(TupleObject([.none] + shape.extents.map { .int($0) }))
  }

  /// An initializer that was given by name or as an object.
  func initializer(_ value: ArgumentValue) throws(PyError) -> Value {
    guard let (type, bound) = Self.bound(value, InitializerCatalog.all) else { return .none }
    let name = type.signature.name
    let isScaled = name.hasPrefix("Glorot") || name.hasPrefix("He") || name.hasPrefix("Lecun")
    let isPlain = ["Zeros", "Ones", "Constant", "Identity"].contains(name)
    var entries: [(name: String, value: Value)] = isPlain ? [] : [("seed", .none)]
    for parameter in type.signature.parameters
    where name != "Identity" && parameter.name != "name" {
      let given = bound[parameter.name].map { Value($0) } ?? .none
      if parameter.name == "seed" {
        entries[0].value = given
      } else {
        entries.append((parameter.name, given))
      }
    }
    if isScaled || name == "VarianceScaling" {
      entries += [("input_axes", .none), ("output_axes", .none)]
    }
    return try object("keras.initializers", name, try dict(entries))
  }

  /// A regularizer, or None.
  func regularizer(_ value: ArgumentValue) throws(PyError) -> Value {
    try object("keras.regularizers", value, RegularizerCatalog.all.map { $0 })
  }

  /// A constraint, or None.
  func constraint(_ value: ArgumentValue) throws(PyError) -> Value {
    try object("keras.constraints", value, ConstraintCatalog.all.map { $0 })
  }

  private func object(
    _ module: String, _ value: ArgumentValue, _ types: [any Component.Type]
  ) throws(PyError) -> Value {
    guard let (type, bound) = Self.bound(value, types) else { return .none }
    var entries: [(name: String, value: Value)] = []
    for parameter in type.signature.parameters where parameter.name != "name" {
      entries.append((parameter.name, Self.written(bound[parameter.name] ?? .none, of: type)))
    }
    return try object(module, type.signature.name, try dict(entries))
  }

  /// An argument as Keras writes it down: L1 has its factor in single precision.
  private static func written(_ value: ArgumentValue, of type: any Component.Type) -> Value {
    guard type.signature.name == "L1", case .double(let factor) = value else { return Value(value) }
    return .float(Double(Float(factor)))
  }

  /// The component that a value names, and its arguments.
  private static func bound(
    _ value: ArgumentValue, _ types: [any Component.Type]
  ) -> (type: any Component.Type, bound: BoundArguments)? {
    let call: ArgumentCall
    switch value {
    case .string(let name): call = ArgumentCall(name)
    case .call(let made): call = made
    default: return nil
    }
    func plain(_ name: String) -> String { name.lowercased().replacing("_", with: "") }
    let found = types.first {
      plain($0.signature.name) == plain(call.name) || $0.aliases.contains(call.name)
    }
    guard let found, let bound = try? found.signature.bind(call) else { return nil }
    return (found, bound)
  }
}
