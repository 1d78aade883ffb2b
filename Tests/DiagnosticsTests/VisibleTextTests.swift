import Foundation
import Testing

@testable import Diagnostics

struct `Visible text` {
  /// All that a terminal may obey, and much that it must not lose.
  private static let scalars = [0..<0x300, 0x2000..<0x2100, 0xD7F0..<0xD800, 0xFFF0..<0x10000]
    .joined().compactMap(Unicode.Scalar.init)

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    let turns = "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}"
    return category == .control || category == .lineSeparator || category == .paragraphSeparator
      || turns.unicodeScalars.contains(scalar)
  }

  @Test func `holds no character that a terminal obeys, and all others`() {
    for scalar in Self.scalars {
      let shown = VisibleText.escaping("a\(scalar)b", as: .line)
      if Self.isObeyed(scalar) {
        #expect(!shown.unicodeScalars.contains(where: Self.isObeyed))
        #expect(shown.hasPrefix("a\\") && shown.hasSuffix("b"))
      } else {
        #expect(shown == "a\(scalar)b")
      }
      let plain = scalar == "\n" || scalar == "\t"
      #expect(VisibleText.escaping("a\(scalar)b") == (plain ? "a\(scalar)b" : shown))
    }
  }

  @Test func `means the same in JSON`() throws {
    for scalar in Self.scalars {
      let encoded = String(decoding: try JSONEncoder().encode(["k": "\(scalar)"]), as: UTF8.self)
      let shown = VisibleText.escaping(json: encoded)
      #expect(!shown.unicodeScalars.contains(where: Self.isObeyed))
      let read = try JSONDecoder().decode([String: String].self, from: Data(shown.utf8))
      #expect(read == ["k": "\(scalar)"])
    }
  }

  @Test(arguments: [
    ("\u{1B}]0;title\u{7}", #"\x1b]0;title\x07"#),
    ("\u{1B}[2J\u{1B}[1;31mred\u{1B}[0m", "\\x1b[2J\u{1B}[1;31mred\u{1B}[0m"),
    ("\u{1B}[31mred\nplain", "\u{1B}[31mred\u{1B}[0m\nplain"),
    ("\u{1B}[38;5;9mred", "\u{1B}[38;5;9mred\u{1B}[0m"),
    ("\u{1B}[31", #"\x1b[31"#), ("\u{1B}[?25lm", #"\x1b[?25lm"#), ("\u{9B}31m", #"\x9b31m"#),
    ("a\r\u{8}b\u{202E}c", #"a\r\x08b\u202ec"#), ("👩‍🚀 é ز", "👩‍🚀 é ز"),
  ])
  func `keeps colors where they are wanted, and ends them with their line`(
    text: String, shown: String
  ) {
    #expect(VisibleText.escaping(text, as: .colored) == shown)
    #expect(!VisibleText.escaping(text).contains("\u{1B}"))
  }

  @Test func `lets a diagnostic's caret stand below what it means`() {
    let line = "a\u{1B}[2J\u{202E} Dens(1\u{7}0)"
    let start = line.utf8.distance(
      from: line.utf8.startIndex, to: line.utf8.firstIndex(of: UInt8(ascii: "D"))!)
    let source = SourceText(file: "le\u{1B}c\nson.md", bytes: Array(line.utf8))
    let diagnostic = Diagnostic(
      code: "c", at: start..<line.utf8.count, Message("no '\u{9B}1m'\nat all", pt: ""),
      hint: Message("a\rb", pt: ""))
    #expect(
      DiagnosticFormatter(source: source, language: .english).format(diagnostic) == #"""
        le\x1bc\nson.md:1:8: error: no '\x9b1m'
        at all [c]
            1 | a\x1b[2J\u202e Dens(1\x070)
              |                ^~~~~~~~~~~~
          hint: a\rb
        """#)
  }
}
