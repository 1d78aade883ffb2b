internal import ArgumentParser
internal import Comparison
internal import Diagnostics
internal import RunRecords

/// What a check of one notebook came to; without a finding it could not be run, was passed over, or has
/// nothing to compare.
struct CheckResult {
  let path: String
  var finding: NotebookCheck.Finding?
  /// Whether it was passed over.
  var isSkipped = false
  /// Whether no outputs stand in it.
  var isEmpty = false
  /// What the program ends with where it could not be run.
  var exitCode: ExitCode?
  /// Why it could not be run.
  var errors: [EventLine] = []

  init(_ path: String) { self.path = path }

  /// Directives whose outputs no longer come out.
  var differing: [TaskComparison] {
    finding?.comparison.tasks.filter { $0.verdict > .withinTolerance } ?? []
  }

  /// What is said once of the whole lesson.
  var notice: NumericsNotice? { finding.flatMap { NumericsNotice(path, $0.comparison) } }

  /// GitHub's workflow commands, one for each directive that differs, or for each error.
  var annotations: [String] {
    if isSkipped || isEmpty { return [] }
    guard finding != nil else { return errors.map(annotation) }
    let warning = notice.map {
      "::warning file=\(Self.property(path)),line=1,title=numerics::\(Self.data($0.message.english))"
    }
    return [warning].compactMap(\.self)
      + differing.map { task in
        let lines = (task.b ?? task.a)?.lines
        let place = "file=\(Self.property(path)),line=\(lines?.first ?? 1)"
        return "::error \(place),title=\(Self.property(task.id))::\(Self.data(reason(task)))"
      }
  }

  private func annotation(_ error: EventLine) -> String {
    var place = "file=\(Self.property(path))"
    if let line = error.line { place += ",line=\(line)" }
    if let column = error.column { place += ",col=\(column)" }
    if let code = error.code { place += ",title=\(Self.property(code))" }
    return "::error \(place)::\(Self.data(error.message ?? ""))"
  }

  /// Causes and changes of a directive in a few lines.
  func reason(_ task: TaskComparison, language: Language = .english) -> String {
    guard let finding else { return "" }
    var single = finding.comparison
    single.tasks = [task]
    single.causes = []
    return TextReport(single.withoutNumerics, language: language).tasks
  }

  /// The characters that end a command or one of its properties.
  private static func data(_ text: String) -> String {
    VisibleText.escaping(text).replacing("%", with: "%25").replacing("\r", with: "%0D").replacing(
      "\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}

/// The form of `check --json`.
struct CheckReport: Encodable {
  let notebook: String
  /// Nil where the notebook could not be run, was passed over, or has nothing to compare.
  let comparison: RunComparison?
  let seconds: Double?
  /// What is said once of the whole lesson: that the engine's arithmetic changed.
  let notice: String?
  let isSkipped: Bool
  /// Why it could not be run.
  let errors: [EventLine]

  init(_ result: CheckResult) {
    notebook = result.path
    isSkipped = result.isSkipped
    errors = result.errors
    comparison = result.finding?.comparison
    notice = result.notice?.message.english
    seconds = result.finding?.seconds
  }
}
