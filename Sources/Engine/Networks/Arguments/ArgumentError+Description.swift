extension ArgumentError: CustomStringConvertible {
  /// The mistake as one English sentence without a full stop.
  public var description: String {
    switch problem {
    case .unknownKeyword(let known):
      "\(callee) has no argument '\(parameter)'; it has \(quoted(known))"
    case .missing:
      "\(callee) needs the argument '\(parameter)'"
    case .tooManyPositional(let accepted):
      "\(callee) takes at most \(accepted) positional "
        + (accepted == 1 ? "argument" : "arguments")
    case .givenTwice:
      "\(callee): the argument '\(parameter)' is given twice"
    case .wrongType(let got, let expected):
      "\(callee): '\(parameter)' must be \(expected), not \(got)"
    case .outOfRange(let got, let range):
      "\(callee): '\(parameter)' must be \(range), not \(got)"
    case .unknownChoice(let got, let choices):
      "\(callee): '\(parameter)' must be one of \(quoted(choices)), not '\(got)'"
    case .unknownName(let got, let kind, let known):
      "\(callee): there is no \(kind.rawValue) '\(got)'; there are \(quoted(known))"
    case .wrongCount(let got, let expected):
      "\(callee): '\(parameter)' must have \(expected) elements, not \(got)"
    case .notAscending:
      "\(callee): each number of '\(parameter)' must be above the one before it"
    case .unsupported(let got):
      "\(callee): '\(parameter)' can't be \(got) here"
    case .conflict(let other):
      "\(callee): '\(parameter)' and '\(other)' exclude each other"
    case .nested(let inner):
      "\(callee): in '\(parameter)': \(inner)"
    }
  }

  private func quoted(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}
