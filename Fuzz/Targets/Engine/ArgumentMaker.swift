import Networks

/// Python texts of arguments for what the engine's catalogs list, mostly of the right type.
struct ArgumentMaker {
  /// A call of a component with what it must be given, and some of what it may.
  func call(_ component: any Component.Type, depth: Int = 0, _ choices: inout Choices) -> String {
    var given: [String] = []
    for parameter in component.signature.parameters where parameter.name != "name" {
      guard parameter.defaultValue == nil || choices.happens(onceIn: 4) else { continue }
      given.append("\(parameter.name)=\(value(parameter, depth, &choices))")
    }
    return "\(component.signature.name)(\(given.joined(separator: ", ")))"
  }

  /// A size: small, or absurd.
  func integer(_ choices: inout Choices) -> String {
    choices.happens(onceIn: 6)
      ? choices.pick(["-1", "0", "-2", "17", "2**31", "2**63 - 1", "-2**63"])
      : choices.pick(["2", "3", "1", "4", "5", "8", "16"])
  }

  func number(_ choices: inout Choices) -> String {
    choices.happens(onceIn: 6)
      ? choices.pick(["-1", "1e-30", "1e30", "float('nan')", "float('inf')", "2**63", "1e308"])
      : choices.pick(["0.5", "0", "1", "0.001", "0.9", "2"])
  }

  private func value(_ parameter: Parameter, _ depth: Int, _ choices: inout Choices) -> String {
    if choices.happens(onceIn: 24) {
      return choices.pick(["None", "''", "[]", "True", "-1", "{}"])
    }
    return value(parameter.type, depth, &choices)
  }

  private func value(_ type: ParameterType, _ depth: Int, _ choices: inout Choices) -> String {
    switch type {
    case .bool: choices.pick(["True", "False"])
    case .int: integer(&choices)
    case .number: number(&choices)
    case .numberOr(_, let kind):
      choices.happens(onceIn: 3) ? component(kind, depth, &choices) : number(&choices)
    case .numbers, .numberOrNumbers:
      choices.happens(onceIn: 3)
        ? "[\(number(&choices)), \(number(&choices))]"
        : "[\(integer(&choices)), \(integer(&choices))]"
    case .span:
      choices.happens(onceIn: 2)
        ? "(\(number(&choices)), \(number(&choices)))" : number(&choices)
    case .axes:
      choices.happens(onceIn: 2) ? "[\(integer(&choices)), 0]" : integer(&choices)
    case .text: "'a'"
    case .texts: choices.happens(onceIn: 2) ? "['a', 'dense']" : "[]"
    case .choice(let names): "'\(choices.pick(names))'"
    case .pair:
      choices.happens(onceIn: 2)
        ? "(\(integer(&choices)), \(integer(&choices)))" : integer(&choices)
    case .margins:
      choices.happens(onceIn: 2)
        ? "((\(integer(&choices)), \(integer(&choices))), (0, \(integer(&choices))))"
        : integer(&choices)
    case .shape: "(\(integer(&choices)), \(integer(&choices)))"
    case .component(let kind): component(kind, depth, &choices)
    }
  }

  private func component(_ kind: ComponentKind, _ depth: Int, _ choices: inout Choices) -> String {
    let type = choices.pick(kind.all)
    if depth < 2, choices.happens(onceIn: 3) {
      let module = kind == .schedule ? "optimizers.schedules" : "\(kind.rawValue)s"
      return "keras.\(module).\(call(type, depth: depth + 1, &choices))"
    }
    return "'\(type.aliases.first ?? type.signature.name)'"
  }
}
