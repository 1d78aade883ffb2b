internal import PythonRuntime
internal import Networks
internal import Tensors

/// Makes objects of the dictionaries in which Keras writes them down (``ConfigMaking``).
struct ConfigReading {
  let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  /// What `{'module': …, 'class_name': …, 'config': …}` stands for; any other value is itself.
  func value(_ given: Value) throws(PyError) -> Value {
    guard let dict: DictObject = given.asObject(),
      case .string(let name)? = try dict.value(.string("class_name"), machine)
    else { return given }
    let config = try dict.value(.string("config"), machine) ?? .none
    if name == "DTypePolicy" { return try entry("name", of: config) }
    if ["Sequential", "Functional"].contains(name) { return .object(try model(object: dict)) }
    guard case .string(let module)? = try dict.value(.string("module"), machine),
      let members = machine.modules[module]?.members
    else { return given }
    let made = try object(of: name, members, config)
    let shape = try items("input_shape", of: entry("build_config", of: given))
    if let layer: LayerObject = made.asObject(), let extents = Self.extents(shape) {
      try layer.build(Shape(extents), machine)
    }
    return made
  }

  /// The extents of a shape behind its open batch axis; nil for the shapes of several tensors.
  private static func extents(_ shape: [Value]) -> [Int]? {
    let extents = shape.dropFirst().compactMap(\.smallInt)
    return shape.isEmpty || extents.count < shape.count - 1 ? nil : extents
  }

  /// `from_config(config)` of a class of layers.
  static func method(of name: String) -> Method {
    Method("from_config", "config", binds: false) { call throws(PyError) in
      guard let layers = call.machine.modules["keras.layers"]?.members else {
        preconditionFailure("keras has its layers")
      }
      let config = call.required("config")
      do throws(PyError) {
        return try ConfigReading(call.machine).object(of: name, layers, config)
      } catch {
        throw call.error(
          "TypeError",
          "Error when deserializing class '\(name)' using config=\(try shown(config, name, call.machine)).\n\nException encountered: \(error.text(call.machine))"
        )
      }
    }
  }

  /// What a class makes of a configuration.
  ///
  /// - Parameter members: the module that has the class.
  func object(
    of name: String, _ members: [String: Value], _ config: Value
  ) throws(PyError) -> Value {
    guard let type = members[name]?.asObject(TypeObject.self), let known = type.signature,
      let dict: DictObject = config.asObject()
    else {
      throw machine.error("TypeError", "Could not locate class '\(name)'.")
    }
    var arguments = Arguments([])
    var others: [(name: String, value: Value)] = []
    // Boundaries beside the number of their ranges were learned.
    let learned = try entry("bin_boundaries", of: config)
    let hasLearned = try ![learned, entry("num_bins", of: config)].contains { value in
      if case .none = value { true } else { false }
    }
    for (key, value) in dict.pairs {
      let key = try machine.str(key)
      if hasLearned, key == "bin_boundaries" { continue }
      if known.names.contains(key) {
        arguments.keywords.append((key, try self.value(value)))
      } else {
        others.append((key, value))
      }
    }
    let made = try machine.call(.object(type), arguments)
    try check(made, of: name, others)
    if hasLearned, let layer: LayerObject = made.asObject() {
      try layer.recallBins(learned, machine)
    }
    return made
  }

  /// A configuration as Keras shows it, which has put in what it quantizes by.
  private static func shown(
    _ config: Value, _ name: String, _ machine: Machine
  ) throws(PyError) -> String {
    let key = "quantization_config"
    guard let dict: DictObject = config.asObject(),
      LayerFacts.of(name)?.config?.contains(where: { $0.name == key }) ?? false
    else { return try machine.str(config) }
    let all = DictObject()
    for (key, value) in dict.pairs { try all.set(key, value, machine) }
    if try all.value(.string(key), machine) == nil { try all.set(.string(key), .none, machine) }
    return try machine.str(.object(all))
  }

  /// Entries that are no arguments here must say what the object says of itself.
  private func check(
    _ made: Value, of name: String, _ others: [(name: String, value: Value)]
  ) throws(PyError) {
    guard !others.isEmpty, let own = try config(of: made) else { return }
    for (key, value) in others {
      guard let said = try own.value(.string(key), machine) else {
        throw machine.error(
          "TypeError",
          "Unrecognized keyword arguments passed to \(name): {'\(key)': \(try machine.repr(value))}"
        )
      }
      guard try ConfigText.json(said, machine) == ConfigText.json(value, machine) else {
        throw machine.error(
          "NotImplementedError",
          "\(name): \(key)=\(try machine.repr(value)) is not supported by Caderno")
      }
    }
  }

  private func config(of made: Value) throws(PyError) -> DictObject? {
    switch made {
    case .object(let layer as LayerObject): try LayerConfig(layer, machine).value().asObject()
    case .object(let component as ComponentObject):
      try OptimizerConfig(component, machine).value().asObject()
    default: nil
    }
  }

  /// An entry of a dictionary; None where it has none.
  func entry(_ name: String, of config: Value) throws(PyError) -> Value {
    try config.asObject(DictObject.self)?.value(.string(name), machine) ?? .none
  }

  /// The items of an entry that is a list; none where it is no list.
  func items(_ name: String, of config: Value) throws(PyError) -> [Value] {
    switch try entry(name, of: config) {
    case .object(let list as ListObject): list.items
    case .object(let tuple as TupleObject): tuple.items
    default: []
    }
  }
}
