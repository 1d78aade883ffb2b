/// `\genfrac{(}{)}{0pt}{0}{n}{k}`: AMS' fraction with all that fractions may have.
extension MathParser {
  mutating func genericFraction(_ token: TeXToken) throws(MathProblem) -> MathTree {
    let left = try bracket(of: token)
    let right = try bracket(of: token)
    let hasRule = try hasRule(token)
    let style = try fractionStyle(token)
    let fraction = MathTree.fraction(
      try argument(of: token), try argument(of: token), hasRule: hasRule)
    let styled =
      style.map { MathTree.style(fraction, isDisplay: $0.isDisplay, level: $0.level) } ?? fraction
    if left.isEmpty, right.isEmpty { return styled }
    return Self.fenced(styled, MathFractions.Brackets(left, right))
  }

  /// A bracket as an argument, which may be empty.
  private mutating func bracket(of token: TeXToken) throws(MathProblem) -> String {
    let tokens = try stream.argument(of: token).filter { !$0.isBlank }
    guard let first = tokens.first else { return "" }
    guard tokens.count == 1, let sign = MathDelimiters.sign(of: first) else {
      throw MathProblem(.badArgument(of: token.source), at: first.range)
    }
    return sign
  }

  /// A thickness of nothing is no rule; any other is the page's.
  private mutating func hasRule(_ token: TeXToken) throws(MathProblem) -> Bool {
    let word = try stream.word(of: token)
    if word.isEmpty { return true }
    guard let width = MathSpaces.ems(of: word) else {
      throw MathProblem(.badArgument(of: token.source), at: token.range)
    }
    return width > 0
  }

  /// TeX's four styles by number; nil where none is asked for.
  private mutating func fractionStyle(
    _ token: TeXToken
  ) throws(MathProblem) -> (isDisplay: Bool, level: Int)? {
    switch try stream.word(of: token) {
    case "": return nil
    case "0": return (true, 0)
    case "1": return (false, 0)
    case "2": return (false, 1)
    case "3": return (false, 2)
    default: throw MathProblem(.badArgument(of: token.source), at: token.range)
    }
  }
}
