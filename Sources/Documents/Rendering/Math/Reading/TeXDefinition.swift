/// Definitions inside of formulas: `\newcommand` and its kin, `\def`, `\let`, `\DeclareMathOperator`.
extension TeXStream {
  /// Takes a definition in whose command `token` is; false where it is none.
  mutating func define(with token: TeXToken) throws(MathProblem) -> Bool {
    switch token.command {
    case "newcommand", "renewcommand": try defineCommand(token, keepsOld: false)
    case "providecommand": try defineCommand(token, keepsOld: true)
    case "def", "gdef": try defineByPattern(token)
    case "let":
      let name = try definedName(token)
      skipBlanks()
      if raw?.character == "=" { advance() }
      let meaning = try argument(of: token)
      let known = meaning.first?.command.flatMap { macros[$0] }
      macros[name] = known ?? TeXMacro(body: meaning)
    case "DeclareMathOperator", "DeclareMathOperator*":
      let name = try definedName(token)
      let words = try argument(of: token)
      let star = token.command?.hasSuffix("*") == true ? "*" : ""
      let operatorName = [
        TeXToken(kind: .command("operatorname" + star), range: token.range),
        TeXToken(kind: .character("{"), range: token.range),
      ]
      macros[name] = TeXMacro(
        body: operatorName + words + [TeXToken(kind: .character("}"), range: token.range)])
    default: return false
    }
    return true
  }

  /// `\newcommand{\name}[2][fallback]{body}`.
  private mutating func defineCommand(
    _ token: TeXToken, keepsOld: Bool
  ) throws(MathProblem) {
    let name = try definedName(token)
    let number = try bracketed().map { $0.map(\.source).joined() } ?? "0"
    let fallback = try bracketed()
    let body = try argument(of: token)
    guard let parameters = Int(number), 0...9 ~= parameters, fallback == nil || parameters > 0
    else {
      throw MathProblem(.badArgument(of: token.source), at: token.range)
    }
    if keepsOld, macros[name] != nil { return }
    macros[name] = TeXMacro(parameters: parameters, fallback: fallback, body: body)
  }

  /// `\def\name#1#2{body}`. Patterns with more than arguments aren't known.
  private mutating func defineByPattern(_ token: TeXToken) throws(MathProblem) {
    let name = try definedName(token)
    var parameters = 0
    skipBlanks()
    while raw?.character == "#", raw(at: 1)?.character?.wholeNumberValue == parameters + 1 {
      parameters += 1
      advance(by: 2)
      skipBlanks()
    }
    guard raw?.character == "{" else {
      throw MathProblem(.badArgument(of: token.source), at: token.range)
    }
    macros[name] = TeXMacro(parameters: parameters, body: try argument(of: token))
  }

  private mutating func definedName(_ token: TeXToken) throws(MathProblem) -> String {
    let words = try argument(of: token).filter { !$0.isBlank }
    guard words.count == 1, let name = words[0].command else {
      throw MathProblem(.badArgument(of: token.source), at: token.range)
    }
    return name
  }
}
