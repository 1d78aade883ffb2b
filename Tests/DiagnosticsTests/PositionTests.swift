import Diagnostics
import Testing

struct `Places in a text` {
  /// Texts with short and long lines, wide scalars and all line ends; `seed` chooses one.
  private static func text(_ seed: UInt64) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = ["a", "é", "日", "🙂", "e\u{301}"]
    return (0..<12).map { _ in
      let length = below(3) == 0 ? 2000 : below(20)
      return (0..<length).map { _ in pieces[below(pieces.count)] }.joined()
        + ["\n", "\r\n", "\r"][below(3)]
    }.joined()
  }

  @Test(arguments: 1...8)
  func `are those that counting gives`(seed: Int) {
    let text = Self.text(UInt64(seed))
    let source = SourceText(file: "a", bytes: Array(text.utf8))
    var (line, column, wasReturn) = (1, 1, false)
    var offset = 0
    for scalar in text.unicodeScalars {
      if wasReturn, scalar != "\n" { (line, column) = (line + 1, 1) }
      // Between a carriage return and its line feed no line begins.
      if !(wasReturn && scalar == "\n") {
        #expect(source.position(at: offset) == SourcePosition(line: line, column: column))
      }
      wasReturn = scalar == "\r"
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
      offset += UTF8.width(scalar)
    }
  }
}
