internal import PythonSyntax

extension ProgramCheck {
  mutating func assign(_ target: ExpressionNode, _ known: Known) {
    switch target.kind {
    case .name(let name): bind(name, known)
    case .tuple(let targets), .list(let targets): assign(targets, known)
    case .starred(let value): assign(value, .unknown)
    case .attribute(let object, let name):
      letGo(known)
      setAttribute(name.text, of: object)
    default: _ = self.known(target)
    }
  }

  /// Gives each of several names its part of a value.
  private mutating func assign(_ targets: [ExpressionNode], _ known: Known) {
    let isPlain = !targets.contains { if case .starred = $0.kind { true } else { false } }
    if let parts = known.parts, parts.count == targets.count, isPlain {
      for (target, part) in zip(targets, parts) { assign(target, part) }
    } else {
      for target in targets { assign(target, isPlain ? known.item : .unknown) }
    }
  }

  func isLocal(_ name: String) -> Bool { locals.contains { $0.contains(name) } }

  mutating func bind(_ name: String, _ known: Known) {
    if !isLocal(name) { set(name, known) }
  }
}
