public import Diagnostics
internal import RunRecords

/// A comparison as lines for people.
public struct TextReport: Sendable {
  private let comparison: RunComparison
  private let language: Language
  private let style: ReportStyle

  /// Changes of one output that are listed; JSON has all of them.
  private static let mostChanges = 10

  /// - Parameter ink: what marks the words that were removed and added; signs alone by default.
  public init(_ comparison: RunComparison, language: Language, ink: ReportInk = .plain) {
    self.comparison = comparison
    self.language = language
    style = ReportStyle(ink: ink)
  }

  /// Causes, then every directive with something to tell, then the count of verdicts.
  public var text: String {
    Self.joined(causeLines(comparison.causes, indent: "")) + tasks + Self.joined([tally])
  }

  /// Every directive with something to tell.
  public var tasks: String {
    Self.joined(comparison.tasks.filter(\.isWorthTelling).flatMap { lines($0) })
  }

  private static func joined(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// One line for each directive, then the count of verdicts.
  public var summary: String {
    (comparison.tasks.map(heading) + [tally]).map { $0 + "\n" }.joined()
  }

  /// What changed for the whole run, then the count of verdicts.
  public var causesAndTally: String {
    (causeLines(comparison.causes, indent: "") + [tally]).map { $0 + "\n" }.joined()
  }

  private var tally: String {
    func count(_ verdict: Verdict) -> Int { comparison.tasks.count { $0.verdict == verdict } }
    let words = ReportWords.tally(
      count(.equal), count(.withinTolerance), count(.different), count(.incomparable))
    return style.verdict(comparison.verdict, words.text(in: language))
  }

  private func heading(_ task: TaskComparison) -> String {
    let words = style.verdict(task.verdict, task.words(in: language))
    return "\(style.bold(task.id)) (\(task.kind)): \(words)"
  }

  private func lines(_ task: TaskComparison) -> [String] {
    [heading(task)] + causeLines(task.causes, indent: "  ")
      + task.outputs.filter { !$0.isEmpty }.flatMap(lines)
  }

  private func causeLines(_ causes: [Cause], indent: String) -> [String] {
    let because = ReportWords.because.text(in: language)
    return causes.map { cause in
      let text = cause.message.text(in: language)
      return indent.isEmpty ? text : "\(indent)\(because): \(text)"
    }
  }

  private func lines(_ output: OutputComparison) -> [String] {
    var lines = ["  \(output.name) (\(output.words(in: language)))"]
    let writer = ChangeLines(language: language, style: style)
    lines += output.changes.prefix(Self.mostChanges).flatMap {
      output.isDrawing ? writer.drawing($0) : writer.lines($0)
    }
    if output.changes.count > Self.mostChanges {
      let more = ReportWords.more(output.changes.count - Self.mostChanges)
      lines.append("    " + more.text(in: language))
    }
    return lines + output.onlyWords(in: language).map { "    " + $0 }
  }
}
