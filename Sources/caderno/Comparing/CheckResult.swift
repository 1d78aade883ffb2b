internal import Comparison
internal import Diagnostics
internal import RunRecords

/// What a check of one notebook came to; without a finding it could not be run.
struct CheckResult {
  let path: String
  var finding: NotebookCheck.Finding?

  init(_ path: String) { self.path = path }

  /// Directives whose outputs no longer come out.
  var differing: [StepComparison] {
    finding?.comparison.steps.filter { $0.verdict > .withinTolerance } ?? []
  }

  /// GitHub's workflow commands, one for each directive that differs.
  var annotations: [String] {
    guard finding != nil else {
      return ["::error file=\(Self.property(path))::\(Self.data("the notebook could not be run"))"]
    }
    return differing.map { step in
      let lines = (step.b ?? step.a)?.lines
      let place = "file=\(Self.property(path)),line=\(lines?.first ?? 1)"
      return "::error \(place),title=\(Self.property(step.id))::\(Self.data(reason(step)))"
    }
  }

  /// Causes and changes of a directive in a few lines.
  func reason(_ step: StepComparison, language: Language = .english) -> String {
    guard let finding else { return "" }
    var single = finding.comparison
    single.steps = [step]
    single.causes = []
    return TextReport(single, language: language, usesColor: false).text
  }

  /// The characters that end a command or one of its properties.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}

/// The form of `check --json`.
struct CheckReport: Encodable {
  let notebook: String
  /// Nil where the notebook could not be run.
  let comparison: RunComparison?
  let seconds: Double?

  init(_ result: CheckResult) {
    notebook = result.path
    comparison = result.finding?.comparison
    seconds = result.finding?.seconds
  }
}
