/// Turns diagnostics into text: the one place that does.
///
///     lesson.md:12:3: error: unknown layer 'Dens' [unknown-layer]
///        12 |   Dens(10)
///           |   ^~~~
///       hint: did you mean 'Dense'?
public struct DiagnosticFormatter: Sendable {
  public var source: SourceText
  public var language: Language
  public var color: Bool

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
    let head = "\(source.file):\(start.line):\(start.column): "
    let title = style(Self.word(diagnostic.severity, language), as: diagnostic.severity)
    var lines = [
      "\(head)\(title): \(diagnostic.message.text(in: language)) [\(diagnostic.code)]"
    ]
    lines += excerpt(diagnostic.range, from: start)
    if let hint = diagnostic.hint {
      lines.append("  \(Self.hintWord(language)): \(hint.text(in: language))")
    }
    return lines.joined(separator: "\n")
  }

  private func excerpt(_ range: Range<Int>, from start: SourcePosition) -> [String] {
    let line = String(decoding: source.line(start.line), as: UTF8.self)
    let scalars = Array(line.unicodeScalars)
    guard scalars.count <= 400 else { return [] }
    let number = String(start.line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count))
    let blank = String(repeating: " ", count: max(5, number.count))
    let before = scalars.prefix(start.column - 1)
    let indent = String(String.UnicodeScalarView(before.map { $0 == "\t" ? "\t" : " " }))
    let end = source.position(at: range.upperBound)
    let last = end.line == start.line ? end.column : scalars.count + 1
    let tail = String(repeating: "~", count: max(0, last - start.column - 1))
    return ["\(gutter)\(number) | \(line)", "\(blank) | \(indent)^\(tail)"]
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
    switch (severity, language) {
    case (.error, .english): "error"
    case (.error, .portuguese): "erro"
    case (.warning, .english): "warning"
    case (.warning, .portuguese): "aviso"
    case (.note, .english): "note"
    case (.note, .portuguese): "nota"
    }
  }

  private static func hintWord(_ language: Language) -> String {
    language == .portuguese ? "dica" : "hint"
  }
}
