/// Turns diagnostics into text: the one place that does. Control characters show as escapes.
///
///     lesson.md:12:3: error: unknown layer 'Dens' [unknown-layer]
///        12 |   Dens(10)
///           |   ^~~~
///       hint: did you mean 'Dense'?
public struct DiagnosticFormatter: Sendable {
  /// The text that the findings are about.
  public var source: SourceText
  /// The language of the words.
  public var language: Language
  /// Whether severities are colored for a terminal.
  public var color: Bool

  /// A formatter of findings about a text.
  public init(source: SourceText, language: Language, color: Bool = false) {
    self.source = source
    self.language = language
    self.color = color
  }

  /// All of them in the order of their places, each followed by a line break.
  public func format(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound }
      .map { format($0) + "\n" }.joined()
  }

  /// One diagnostic: head line, source line, caret, hint.
  public func format(_ diagnostic: Diagnostic) -> String {
    let start = source.position(at: diagnostic.range.lowerBound)
    let file = VisibleText.escaping(source.file, as: .line)
    let head = "\(file):\(start.line):\(start.column): "
    let title = style(Self.word(diagnostic.severity, language), as: diagnostic.severity)
    var lines = [
      "\(head)\(title): \(words(diagnostic.message)) [\(diagnostic.code)]"
    ]
    lines += excerpt(diagnostic.range, from: start)
    if let hint = diagnostic.hint {
      lines.append("  \(Self.hintWord(language)): \(words(hint))")
    }
    return lines.joined(separator: "\n")
  }

  /// Longer lines are not shown; in Unicode scalars.
  private static let longestLine = 400

  private func excerpt(_ range: Range<Int>, from start: SourcePosition) -> [String] {
    let bytes = source.line(start.line)
    guard bytes.count <= 4 * Self.longestLine else { return [] }
    let line = String(decoding: bytes, as: UTF8.self)
    let shown = line.unicodeScalars.map { VisibleText.escaping(String($0), as: .lines) }
    guard shown.count <= Self.longestLine else { return [] }
    let number = String(start.line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count))
    let blank = String(repeating: " ", count: max(5, number.count))
    let indent = shown.prefix(start.column - 1).map { $0 == "\t" ? $0 : Self.blanks($0) }.joined()
    let end = source.position(at: range.upperBound)
    let last = end.line == start.line ? end.column - 1 : shown.count
    let width = shown.prefix(last).dropFirst(start.column - 1).reduce(0) { $0 + Self.width($1) }
    let tail = String(repeating: "~", count: max(0, width - 1))
    return ["\(gutter)\(number) | \(shown.joined())", "\(blank) | \(indent)^\(tail)"]
  }

  /// Columns of a character as it is shown: one, or those of its escape.
  private static func width(_ shown: String) -> Int { shown.unicodeScalars.count }

  private static func blanks(_ shown: String) -> String {
    String(repeating: " ", count: width(shown))
  }

  private func words(_ message: Message) -> String {
    VisibleText.escaping(message.text(in: language))
  }

  private func style(_ word: String, as severity: Diagnostic.Severity) -> String {
    guard color else { return word }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[1;\(code)m\(word)\u{1B}[0m"
  }

  private static func word(_ severity: Diagnostic.Severity, _ language: Language) -> String {
    let word =
      switch severity {
      case .error: Message("error", pt: "erro")
      case .warning: Message("warning", pt: "aviso")
      case .note: Message("note", pt: "nota")
      }
    return word.text(in: language)
  }

  private static func hintWord(_ language: Language) -> String {
    Message("hint", pt: "dica").text(in: language)
  }
}
