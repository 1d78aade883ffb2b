internal import PythonRuntime
internal import Networks

/// `get(identifier)` of `keras.losses`, `metrics`, `optimizers` and their like: what a name, a class or a
/// configuration stands for.
struct ComponentGetter {
  let kind: ComponentKind
  /// Keras' word for the kind in messages.
  let word: String
  let members: [String: Value]

  /// A module's members with the function.
  static func adding(
    to members: [String: Value], _ kind: ComponentKind, _ word: String? = nil
  ) -> [String: Value] {
    let getter = ComponentGetter(kind: kind, word: word ?? kind.rawValue, members: members)
    return members.merging(["get": .object(getter.function)]) { own, _ in own }
  }

  private var function: BuiltinFunction {
    BuiltinFunction("get", "identifier") { call throws(PyError) in
      try value(call.required("identifier"), call)
    }.refusing { call in
      call["identifier"]?.text.flatMap { text in
        member(text) == nil ? KnownArguments.unknown(text, kind, "identifier") : nil
      }.map { [$0] } ?? []
    }
  }

  private func value(_ identifier: Value, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    var found = identifier
    switch identifier {
    case .none: return kind == .activation ? members["linear"] ?? .none : .none
    case .string(let name):
      guard let known = member(name) else { throw try refusal(identifier, call) }
      found = known
    case .object(let config as DictObject):
      let reading = ConfigReading(machine)
      guard case .string(let name) = try reading.entry("class_name", of: .object(config)) else {
        throw try refusal(identifier, call)
      }
      return try reading.object(
        of: name, members, reading.entry("config", of: .object(config)))
    default: break
    }
    if let type: TypeObject = found.asObject(), kind != .activation {
      return try machine.call(.object(type), Arguments([]))
    }
    guard case .object(let object) = found,
      kind == .optimizer || object.isCallable(machine)
        || object is ComponentObject
    else { throw try refusal(identifier, call) }
    return found
  }

  /// What a name stands for: functions under their names, classes under theirs, in Keras' two ways of
  /// writing them.
  private func member(_ name: String) -> Value? {
    switch kind {
    case .optimizer: return members[name.lowercased()]
    case .activation, .loss:
      let type = kind.all.first { $0.aliases.contains(name) }
      return type?.aliases.first.flatMap { members[$0] } ?? members[name]
    default:
      let type = kind.all.first { type in
        let own = type.signature.name
        return own == name || SnakeCase.of(own) == name || type.aliases.contains(name)
      }
      return type.flatMap { members[$0.signature.name] } ?? members[name]
    }
  }

  private func refusal(_ identifier: Value, _ call: Call) throws(PyError) -> PyError {
    call.error(
      "ValueError",
      "Could not interpret \(word) identifier: \(try call.machine.str(identifier))")
  }
}
