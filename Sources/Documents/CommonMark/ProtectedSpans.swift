/// Pieces of prose that libcmark must not see, each put away behind a token.
///
/// A token is U+E000, the piece's number, U+E001; a U+E000 of the author's own is put away first.
/// Equal pieces share a token, so that labels of link references still match.
struct ProtectedSpans {
  /// What was put away.
  struct Span: Hashable {
    enum Kind { case inlineMath, displayMath, character }
    let kind: Kind
    /// The text as written, with its dollar signs.
    let source: String
    /// The text between the dollar signs.
    let content: String

    /// The piece in HTML.
    var html: String {
      switch kind {
      case .inlineMath: "<span class=\"math inline\">\(HTMLEscaping.text(content))</span>"
      case .displayMath: "<span class=\"math display\">\(HTMLEscaping.text(content))</span>"
      case .character: content
      }
    }
  }

  static let open: [UInt8] = [0xEE, 0x80, 0x80]
  static let close: [UInt8] = [0xEE, 0x80, 0x81]

  private var spans: [Span] = []
  private var numbers: [Span: Int] = [:]

  var isEmpty: Bool { spans.isEmpty }

  /// The token of a piece, as UTF-8.
  mutating func token(for span: Span) -> [UInt8] {
    let number = numbers[span] ?? spans.count
    if number == spans.count {
      spans.append(span)
      numbers[span] = number
    }
    return Self.open + Array(String(number).utf8) + Self.close
  }

  /// `text` with each token replaced and everything else passed through `other`.
  func replacing(
    in text: String, with piece: (Span) -> String, other: (String) -> String
  ) -> String {
    guard !isEmpty else { return other(text) }
    var result = ""
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(of: "\u{E000}") {
      result += other(String(rest[..<start]))
      let tail = rest[rest.index(after: start)...]
      let end = tail.firstIndex(of: "\u{E001}") ?? tail.endIndex
      guard let number = Int(String(tail[..<end])), spans.indices.contains(number) else {
        rest = tail
        continue
      }
      result += piece(spans[number])
      rest = tail[tail.index(after: end)...]
    }
    return result + other(String(rest))
  }

  /// `text` as the author wrote it.
  func restored(_ text: String) -> String {
    replacing(in: text, with: \.source, other: { $0 })
  }
}
