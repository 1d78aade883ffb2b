internal import PythonSyntax

extension ProgramCheck {
  /// What a call of a host's function gives; reports arguments that it refuses.
  mutating func result(
    of function: BuiltinFunction, _ arguments: [Argument], _ values: [Known],
    _ node: ExpressionNode, isBound: Bool
  ) -> Known {
    if let walked = walked(function.name, values), machine.isBuiltin(function) { return walked }
    if arguments.contains(where: \.isUnpacked) {
      return function.result.map { .instance([$0]) } ?? .unknown
    }
    let names = function.signature?.names ?? []
    let call = KnownCall(
      arguments, values, Array(names.dropFirst(isBound && function.binds ? 1 : 0)))
    report(function.objections?(call) ?? [], arguments, node)
    if let foresight = function.foresight { return Known(foresight(call)) }
    return function.result.map { .instance([$0]) } ?? .unknown
  }

  /// Reports arguments that a call refuses where they stand.
  mutating func report(
    _ problems: [KnownProblem], _ arguments: [Argument], _ callee: ExpressionNode
  ) {
    for problem in problems {
      let named = arguments.first { $0.keyword?.text == problem.parameter }
      report(.problem(problem, named?.value.range ?? callee.range))
    }
  }

  /// What the built-in functions give that loops go through.
  func walked(_ name: String, _ values: [Known]) -> Known? {
    switch name {
    case "range": .sequence("range", of: .number)
    case "enumerate": .sequence("enumerate", of: .tuple([.number, values.first?.item ?? .unknown]))
    case "zip": .sequence("zip", of: .tuple(values.map(\.item)))
    default: nil
    }
  }
}

extension Machine {
  /// Whether a function is the built-in one of its name.
  fileprivate func isBuiltin(_ function: BuiltinFunction) -> Bool {
    if case .object(let own)? = builtins[function.name] { own === function } else { false }
  }
}

extension KnownCall {
  init(
    _ arguments: [PythonSyntax.Argument], _ values: [Known], _ parameters: [String]
  ) {
    var (positional, keywords): ([Argument], [String: Argument]) = ([], [:])
    for (argument, value) in zip(arguments, values) {
      let known = Argument(argument.value, value)
      if let keyword = argument.keyword {
        keywords[keyword.text] = known
      } else {
        positional.append(known)
      }
    }
    self.init(positional: positional, keywords: keywords, parameters: parameters)
  }
}

extension KnownCall.Argument {
  fileprivate init(_ node: ExpressionNode, _ known: Known) {
    var (text, kind): (String?, String?) = (nil, node.literalType)
    if case .string(let own) = node.kind { text = own }
    if case .sequence(let own, _) = known { kind = own }
    self.init(type: known.type, text: text, kind: kind)
  }
}

extension PythonSyntax.Argument {
  var isUnpacked: Bool { form == .unpackedSequence || form == .unpackedMapping }
}
