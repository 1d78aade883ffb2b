internal import PythonSyntax

extension ProgramCheck {
  private static let mostTurns = 16

  /// Looks at a branch that is certain to run, or at all of them where the tests aren't known.
  mutating func branch(_ branches: [ConditionalBranch], _ otherwise: [StatementNode]) {
    for (place, branch) in branches.enumerated() {
      let test = known(branch.test)
      guard isCertain, case .value(.bool(let holds)) = test else {
        branchOff(branch.body)
        for branch in branches[(place + 1)...] {
          doubting { _ = $0.known(branch.test) }
          branchOff(branch.body)
        }
        return branchOff(otherwise)
      }
      if holds {
        check(branch.body)
        for branch in branches[(place + 1)...] { passOver(branch.body) }
        return passOver(otherwise)
      }
      passOver(branch.body)
    }
    check(otherwise)
  }

  /// Looks at what doesn't run: it changes nothing.
  private mutating func passOver(_ body: [StatementNode]) {
    guard following.isEmpty else { return }
    let before = globals
    doubting { $0.check(body) }
    globals = before
  }

  /// Goes through the turns of a loop where they are few and known, or looks at its body once.
  mutating func loop(
    _ target: ExpressionNode, _ iterable: ExpressionNode, _ body: [StatementNode],
    _ otherwise: [StatementNode]
  ) {
    let items = known(iterable)
    letGo(items)
    if isCertain, let turns = turns(iterable, items), !body.contains(where: \.leavesLoop),
      turns.count <= Self.mostTurns, spend(turns.count)
    {
      for turn in turns where returned == nil {
        assign(target, turn)
        check(body)
      }
      return check(otherwise)
    }
    assign(target, items.item.vague)
    branchOff(body)
    branchOff(otherwise)
  }

  /// The values that a loop goes through.
  private mutating func turns(_ iterable: ExpressionNode, _ items: Known) -> [Known]? {
    if let parts = items.parts { return parts.map { current($0) } }
    guard case .call(let callee, let arguments) = iterable.kind, case .name("range") = callee.kind,
      globals["range"] == nil, arguments.count == 1, arguments[0].form == .positional,
      case .value(let end) = known(arguments[0].value), let count = end.smallInt,
      (1...Self.mostTurns).contains(count)
    else { return nil }
    return (0..<count).map { .value(.int($0)) }
  }
}

extension StatementNode {
  /// Whether `break` or `continue` may end a turn of the loop that it stands in.
  fileprivate var leavesLoop: Bool {
    switch kind {
    case .break, .continue: true
    case .for, .while, .function, .class: false
    default: bodies.contains { $0.contains(where: \.leavesLoop) }
    }
  }
}
