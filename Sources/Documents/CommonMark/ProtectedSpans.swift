/// Pieces of prose that libcmark must not see, each put away behind a token.
///
/// A token is U+E000, the piece's number, U+E001; a U+E000 of the author's own is put away first.
/// Equal pieces share a token, so that labels of link references still match.
struct ProtectedSpans {
  /// What was put away.
  struct Span: Hashable {
    enum Kind { case inlineMath, displayMath, character, address, footnote, definition }
    let kind: Kind
    /// The text as written, with its dollar signs.
    let source: String
    /// The text between the dollar signs; of a bare address, where it leads; of a footnote, its label.
    let content: String

    /// The piece in HTML.
    var html: String {
      switch kind {
      case .inlineMath: "<span class=\"math inline\">\(HTMLEscaping.text(content))</span>"
      case .displayMath: "<span class=\"math display\">\(HTMLEscaping.text(content))</span>"
      case .character: content
      case .address, .footnote, .definition: HTMLEscaping.text(source)
      }
    }
  }

  static let open: [UInt8] = [0xEE, 0x80, 0x80]
  static let close: [UInt8] = [0xEE, 0x80, 0x81]

  private var spans: [Span] = []
  private var numbers: [Span: Int] = [:]

  var isEmpty: Bool { spans.isEmpty }

  /// Whether something stands for the definition of a term.
  var hasDefinitions: Bool { spans.contains { $0.kind == .definition } }

  /// The token of a piece, as UTF-8.
  mutating func token(for span: Span) -> [UInt8] {
    let number = numbers[span] ?? spans.count
    if number == spans.count {
      spans.append(span)
      numbers[span] = number
    }
    return Self.open + Array(String(number).utf8) + Self.close
  }

  /// The token of a piece that was put away before.
  func token(of span: Span) -> String {
    numbers[span].map { "\u{E000}\($0)\u{E001}" } ?? span.source
  }

  /// The pieces of `text` in order: what was put away, and what stands between.
  func pieces(of text: String) -> [Piece] {
    guard !isEmpty else { return [.text(text)] }
    var pieces: [Piece] = []
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(of: "\u{E000}") {
      if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
      let tail = rest[rest.index(after: start)...]
      let end = tail.firstIndex(of: "\u{E001}") ?? tail.endIndex
      guard let number = Int(String(tail[..<end])), spans.indices.contains(number) else {
        rest = tail
        continue
      }
      pieces.append(.span(spans[number]))
      rest = tail[tail.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  /// A piece of text with tokens in it.
  enum Piece {
    case text(String)
    case span(Span)
  }

  /// `text` with each token replaced and everything else passed through `other`.
  func replacing(
    in text: String, with piece: (Span) -> String, other: (String) -> String
  ) -> String {
    pieces(of: text).map {
      switch $0 {
      case .text(let text): other(text)
      case .span(let span): piece(span)
      }
    }.joined()
  }

  /// `text` as the author wrote it: what code and raw HTML are made of.
  func source(_ text: String) -> String {
    replacing(in: text, with: \.source) { EscapeMarks.restored($0, escaped: true) }
  }

  /// `text` as a reader sees it, without the backslashes of escapes.
  func restored(_ text: String) -> String {
    replacing(in: text, with: \.source) { EscapeMarks.restored($0, escaped: false) }
  }
}
