/// A name for a piece of a formula.
struct TeXMacro: Hashable, Sendable {
  /// How many arguments it takes: 0 to 9.
  var parameters = 0
  /// What the first argument is where it isn't given, in brackets.
  var fallback: [TeXToken]?
  /// With `#1` and so on as two tokens.
  var body: [TeXToken]

  init(parameters: Int = 0, fallback: [TeXToken]? = nil, body: [TeXToken]) {
    self.parameters = parameters
    self.fallback = fallback
    self.body = body
  }

  /// A macro from its text; nil where that is none. Without a number it takes as many arguments as it names.
  init?(_ text: String, parameters: Int? = nil) {
    guard let body = try? TeXLexer.tokens(of: text) else { return nil }
    self.init(parameters: parameters ?? Self.highestParameter(in: body), body: body)
  }

  private static func highestParameter(in body: [TeXToken]) -> Int {
    zip(body, body.dropFirst()).map { mark, number in
      mark.character == "#" ? number.character?.wholeNumberValue ?? 0 : 0
    }.max() ?? 0
  }
}
