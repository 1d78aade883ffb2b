internal import PythonSyntax

extension ProgramCheck {
  private static let deepestCall = 5
  private static let mostCalls = 200

  /// What a call of one of the program's functions gives, where it is certain to run: the body is looked at with the
  /// call's arguments.
  mutating func follow(_ function: ProgramFunction, _ place: CallPlace) -> Known {
    guard isCertain, following.count < Self.deepestCall, followedCount < Self.mostCalls,
      let names = function.bound(place)
    else {
      for value in place.values { letGo(value) }
      return .unknown
    }
    followedCount += 1
    let before = globals
    for name in function.own { globals[name] = nil }
    for (name, known) in names { set(name, known) }
    following.append(function.cell == cellNumber ? nil : place.callee.range)
    let result = result(of: function.definition.body)
    following.removeLast()
    for name in function.own { globals[name] = before[name] }
    return result
  }

  /// What a function's body returns. Behind a `return` in a branch nothing is certain.
  private mutating func result(of body: [StatementNode]) -> Known {
    let before = doubts
    defer { doubts = before }
    for statement in body {
      if case .return(let value) = statement.kind {
        let known = value.map { self.known($0) } ?? .value(.none)
        return isCertain ? known : .unknown
      }
      check([statement])
      if statement.mayReturn { doubts += 1 }
    }
    return isCertain ? .value(.none) : .unknown
  }
}
