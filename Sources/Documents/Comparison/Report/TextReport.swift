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
    var words = [ReportWords.verdict(task.verdict)]
    if task.fate == .added { words = [ReportWords.added] }
    if task.fate == .removed { words = [ReportWords.removed] }
    if task.isMoved { words.append(ReportWords.moved) }
    if task.isEdited { words.append(ReportWords.edited) }
    if task.isReordered { words.append(ReportWords.reordered) }
    if task.isRenamed, let a = task.a { words.append(ReportWords.renamed(a.id)) }
    let text = words.map { $0.text(in: language) }.joined(separator: ", ")
    return "\(style.bold(task.id)) (\(task.kind)): \(style.verdict(task.verdict, text))"
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
    var word = output.kind
    if output.isRemoved { word += ", \(ReportWords.removed.text(in: language))" }
    if output.isAdded { word += ", \(ReportWords.added.text(in: language))" }
    var lines = ["  \(output.name) (\(word))"]
    let writer = ChangeLines(language: language, style: style)
    lines += output.changes.prefix(Self.mostChanges).flatMap {
      output.isDrawing ? writer.drawing($0) : writer.lines($0)
    }
    if output.changes.count > Self.mostChanges {
      let more = ReportWords.more(output.changes.count - Self.mostChanges)
      lines.append("    " + more.text(in: language))
    }
    for (side, places) in [("A", output.onlyInA), ("B", output.onlyInB)] {
      guard let first = places.first else { continue }
      let words = ReportWords.only(places.count, in: side, first.joined(separator: ", "))
      lines.append("    " + words.text(in: language))
    }
    return lines
  }
}
