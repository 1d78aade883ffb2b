internal import PythonRuntime
internal import Networks

/// What is wrong with the arguments of layers and models whatever the program does.
enum KnownArguments {
  /// A layer's: what it needs under none of its spellings, and names of nothing.
  static func problems(_ signature: Signature, _ call: KnownCall) -> [KnownProblem] {
    signature.parameters.flatMap { parameter -> [KnownProblem] in
      let spellings = [parameter.name] + parameter.aliases
      guard let given = spellings.lazy.compactMap({ call[$0] }).first else {
        return parameter.defaultValue == nil ? [missing(parameter.name, signature.name)] : []
      }
      guard case .component(let kind) = parameter.type, let text = given.text else { return [] }
      return [unknown(text, kind, parameter.name)].compactMap(\.self)
    }
  }

  /// A text that should name something of a kind.
  static func unknown(_ text: String, _ kind: ComponentKind, _ parameter: String) -> KnownProblem? {
    guard kind.type(named: text) == nil else { return nil }
    return KnownProblem(
      parameter, "'\(text)' names no \(kind.rawValue) here",
      pt: "'\(text)' não é um nome para \(parameter) aqui", known: kind.knownNames, word: text)
  }

  /// `compile`'s loss and optimizer.
  @Sendable static func compile(_ call: KnownCall) -> [KnownProblem] {
    let kinds: [(String, ComponentKind)] = [("optimizer", .optimizer), ("loss", .loss)]
    return kinds.compactMap { name, kind in
      call[name]?.text.flatMap { unknown($0, kind, name) }
    }
  }

  /// The numbers of `fit`.
  @Sendable static func fit(_ call: KnownCall) -> [KnownProblem] {
    ["epochs", "batch_size", "initial_epoch"].compactMap { .notWhole($0, call) }
  }

  static func missing(_ parameter: String, _ name: String) -> KnownProblem {
    KnownProblem(
      parameter, "\(name)() needs the argument '\(parameter)'",
      pt: "\(name)() precisa do argumento '\(parameter)'")
  }
}
