internal import Networks

/// Components and their arguments in Python's spelling, with Keras 3's modules before the names.
///
/// Arguments have Keras 3's names, older spellings such as `lr` made new.
enum PythonText {
  /// A value for a parameter of a type, such as `keras.regularizers.L2(0.01)`.
  static func text(_ value: ArgumentValue, as type: ParameterType? = nil) -> String {
    switch value {
    case .none, .bool, .int, .double: value.description
    case .string(let text): literal(text)
    case .list(let values): tuple(values.map { Self.text($0) })
    case .call(let call): Self.text(call, kind(type))
    }
  }

  /// A component of a kind, named or called.
  static func text(_ value: ArgumentValue, _ kind: ComponentKind) -> String {
    if case .call(let call) = value { return text(call, kind) }
    if kind == .metric, case .string(let name) = value, let type = kind.type(named: name),
      onlyLosses.contains(type.signature.name)
    {
      return text(ArgumentCall(name), kind)
    }
    return text(value)
  }

  /// A string between single quotation marks.
  static func literal(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }

  static func tuple(_ items: [String]) -> String {
    items.count == 1 ? "(\(items[0]),)" : "(" + items.joined(separator: ", ") + ")"
  }

  static func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  private static func kind(_ type: ParameterType?) -> ComponentKind? {
    switch type {
    case .component(let kind), .numberOr(_, let kind): kind
    default: nil
    }
  }

  /// - Parameter kind: what is called; nil where the parameter says nothing of it.
  static func text(_ call: ArgumentCall, _ kind: ComponentKind?, leavingOut: Set<String> = [])
    -> String
  {
    guard let kind, let type = kind.type(named: call.name) else {
      return call.description
    }
    let arguments = PythonArguments(call, type.signature, leavingOut: leavingOut)
    switch kind {
    case .activation: return activation(call, type, arguments)
    case .optimizer: return optimizer(type.signature, arguments)
    case .metric where onlyLosses.contains(type.signature.name):
      let function = type.aliases.first ?? call.name
      let rest = arguments.all.isEmpty ? "" : ", \(arguments.text)"
      return "keras.metrics.MeanMetricWrapper(keras.losses.\(function), name='\(function)'\(rest))"
    case .callback where type.signature.name == "LearningRateScheduler":
      // A schedule is a function of steps; the callback wants one of epochs that gives a plain number.
      let schedule = arguments.value("schedule") ?? ""
      return "keras.callbacks.LearningRateScheduler(lambda epoch: float(\(schedule)(epoch)))"
    default: return "\(module(kind)).\(type.signature.name)(\(arguments.text))"
    }
  }

  /// What Keras has as losses alone, though they can be measured.
  private static let onlyLosses: Set<String> = ["Huber", "LogCosh"]

  private static func module(_ kind: ComponentKind) -> String {
    switch kind {
    case .layer: "keras.layers"
    case .activation: "keras.activations"
    case .initializer: "keras.initializers"
    case .loss: "keras.losses"
    case .optimizer: "keras.optimizers"
    case .metric: "keras.metrics"
    case .schedule: "keras.optimizers.schedules"
    case .regularizer: "keras.regularizers"
    case .constraint: "keras.constraints"
    case .callback: "keras.callbacks"
    }
  }

  /// A layer of Keras' where there is one with these arguments, else the function.
  private static func activation(
    _ call: ArgumentCall, _ type: any Component.Type, _ arguments: PythonArguments
  ) -> String {
    let name = type.signature.name
    let function = type.aliases.first ?? name.lowercased()
    if ["LeakyReLU", "ReLU", "ELU", "Softmax"].contains(name), call.name == name {
      return "keras.layers.\(name)(\(arguments.text))"
    }
    if arguments.all.isEmpty { return literal(function) }
    return "lambda x: keras.activations.\(function)(x, \(arguments.text))"
  }

  /// Keras 2's decay is a schedule in Keras 3.
  private static func optimizer(_ signature: Signature, _ arguments: PythonArguments) -> String {
    var arguments = arguments
    if let decay = arguments.remove("decay"), decay != "None", Double(decay) != 0 {
      let usual = signature.parameters.first { $0.name == "learning_rate" }?.defaultValue
      let rate = arguments.value("learning_rate") ?? text(usual ?? .double(0.001))
      arguments.set(
        "learning_rate", to: "keras.optimizers.schedules.InverseTimeDecay(\(rate), 1, \(decay))")
    }
    return "keras.optimizers.\(signature.name)(\(arguments.text))"
  }
}

extension ArgumentValue {
  /// Keras 2's decay of an optimizer, and the optimizer without it; nil where it has none.
  var separatedDecay: (decay: ArgumentValue, rest: ArgumentValue)? {
    guard case .call(let call) = self,
      let decay = call.keywords.first(where: { $0.name == "decay" })?.value
    else { return nil }
    switch decay {
    case .none, .int(0), .double(0): return nil
    default: break
    }
    let rest = call.keywords.filter { $0.name != "decay" }
    return (decay, .call(ArgumentCall(call.name, call.positional, keywords: rest)))
  }
}

/// A call's arguments in Python's spelling.
struct PythonArguments {
  /// Those by position have no name written.
  private(set) var all: [(name: String, isWritten: Bool, text: String)] = []

  init(_ call: ArgumentCall, _ signature: Signature, leavingOut: Set<String>) {
    let open = signature.parameters.filter { !$0.isKeywordOnly }
    for (parameter, value) in zip(open, call.positional) where !leavingOut.contains(parameter.name)
    {
      all.append((parameter.name, false, PythonText.text(value, as: parameter.type)))
    }
    for keyword in call.keywords {
      let parameter = signature.parameters.first {
        $0.name == keyword.name || $0.aliases.contains(keyword.name)
      }
      let name = parameter?.name ?? keyword.name
      if leavingOut.contains(name) { continue }
      all.append((name, true, PythonText.text(keyword.value, as: parameter?.type)))
    }
  }

  var text: String {
    all.map { $0.isWritten ? "\($0.name)=\($0.text)" : $0.text }.joined(separator: ", ")
  }

  func value(_ name: String) -> String? { all.first { $0.name == name }?.text }

  mutating func remove(_ name: String) -> String? {
    let found = value(name)
    all.removeAll { $0.name == name }
    return found
  }

  mutating func set(_ name: String, to text: String) {
    if let index = all.firstIndex(where: { $0.name == name }) {
      all[index].text = text
    } else {
      all.append((name, true, text))
    }
  }
}
