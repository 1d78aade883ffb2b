internal import PythonSyntax

extension ProgramCheck {
  private static let deepestCall = 5
  private static let mostSteps = 300

  /// What a call of one of the program's functions gives, where it is certain to run: the body is looked at with the
  /// call's arguments.
  mutating func follow(_ function: ProgramFunction, _ place: CallPlace) -> Known {
    guard isCertain, following.count < Self.deepestCall, let names = function.bound(place),
      spend(1)
    else {
      for value in place.values { letGo(value) }
      return .unknown
    }
    let before = globals
    for name in function.around { globals[name] = nil }
    for (name, known) in names { set(name, known) }
    following.append(function.cell == cellNumber ? nil : place.callee.range)
    let result = result(of: function.body).mapped { part in
      guard case .defined(let inner) = part else { return part }
      return .defined(inner.leaving(function, globals))
    }
    following.removeLast()
    for name in function.around { globals[name] = before[name] }
    return result
  }

  /// Counts calls and turns that are followed; false where there were too many.
  mutating func spend(_ steps: Int) -> Bool {
    followedCount += steps
    return followedCount <= Self.mostSteps
  }

  /// Notes what a function returns, where that is followed.
  mutating func leave(with value: ExpressionNode?) {
    let known = value.map { self.known($0) } ?? .value(.none)
    guard !following.isEmpty, functionDepth == 0 else { return }
    if isCertain { returned = known } else { mayHaveReturned = true }
  }

  /// What a function's body returns. Behind a `return` that may not be reached nothing is certain.
  private mutating func result(of body: Body) -> Known {
    switch body {
    case .statements(let statements): result(of: statements)
    case .expression(let value): known(value)
    }
  }

  private mutating func result(of body: [StatementNode]) -> Known {
    let before = (doubts, returned, mayHaveReturned)
    defer { (doubts, returned, mayHaveReturned) = before }
    (returned, mayHaveReturned) = (nil, false)
    for statement in body where returned == nil {
      check([statement])
      if mayHaveReturned { doubts = before.0 + 1 }
    }
    if let returned { return returned }
    return mayHaveReturned || !isCertain ? .unknown : .value(.none)
  }
}
