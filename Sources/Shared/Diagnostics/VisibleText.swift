internal import Texts

/// Text from elsewhere (a lesson, a record, a file's name) in a form that does nothing but show.
///
/// A terminal obeys control characters, and characters that turn the direction of writing make a
/// line read as another one. Here each of them becomes its escape as Python writes it: `\x1b`,
/// `\u202e`. All else stays, joiners of emoji and of scripts among it.
public enum VisibleText {
  /// What may stand as it is.
  public enum Form: Sendable {
    /// Nothing that is hidden, so that the text stays on its line.
    case line
    /// Line feeds and tabs.
    case lines
    /// The same, and colors and weights (ECMA-48, SGR); each ends with its line.
    case colored
  }

  /// `text` with its hidden characters shown.
  public static func escaping(_ text: String, as form: Form = .lines) -> String {
    guard !text.unicodeScalars.allSatisfy({ stays($0, as: form) }) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    var isColored = false
    func endColor() {
      if isColored { result += reset }
      isColored = false
    }
    while let scalar = rest.first {
      if form == .colored, let style = style(at: rest) {
        result += style
        rest = rest[style.endIndex...]
        isColored = !isReset(style)
        continue
      }
      rest.removeFirst()
      if scalar == "\n", form != .line { endColor() }
      if stays(scalar, as: form) {
        result.append(scalar)
      } else {
        result += escape(scalar).unicodeScalars
      }
    }
    endColor()
    return String(result)
  }

  /// The same for a text in JSON, where the escapes of its strings mean what was there.
  public static func escaping(json: String) -> String {
    guard !json.unicodeScalars.allSatisfy({ stays($0, as: .lines) }) else { return json }
    return json.unicodeScalars.map { scalar in
      stays(scalar, as: .lines) ? String(scalar) : "\\u" + DigitText.hex(scalar.value, to: 4)
    }.joined()
  }

  /// Whether a character is obeyed rather than shown: C0, DEL, C1, the separators of lines and
  /// paragraphs, and the embeddings, overrides and isolates of bidirectional text.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func stays(_ scalar: Unicode.Scalar, as form: Form) -> Bool {
    !isHidden(scalar) || form != .line && (scalar == "\n" || scalar == "\t")
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: TextLiteral.escape(scalar)
    }
  }

  private static let reset = "\u{1B}[0m".unicodeScalars

  private static func isReset(_ style: Substring.UnicodeScalarView) -> Bool {
    style.dropFirst(2).dropLast().allSatisfy { $0 == "0" }
  }

  /// A whole SGR sequence: numbers between `ESC [` and `m`.
  private static func style(at rest: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView? {
    guard rest.starts(with: "\u{1B}[".unicodeScalars) else { return nil }
    let numbers = rest.dropFirst(2).prefix(32).prefix { "0123456789;:".unicodeScalars.contains($0) }
    guard numbers.endIndex < rest.endIndex, rest[numbers.endIndex] == "m" else { return nil }
    return rest[...numbers.endIndex]
  }
}
