internal import Comparison
internal import Diagnostics
internal import Texts

/// The findings of checks as a JUnit file: a suite for each notebook, a case for each directive.
struct JUnitFile {
  let results: [CheckResult]
  let language: Language

  var text: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
      + results.map(suite).joined() + "</testsuites>\n"
  }

  private func suite(_ result: CheckResult) -> String {
    guard let finding = result.finding else { return withoutFinding(result) }
    let tasks = finding.comparison.tasks
    return "  <testsuite name=\"\(Self.escape(result.path))\" tests=\"\(tasks.count)\" "
      + "failures=\"\(result.differing.count)\" errors=\"0\" time=\"\(finding.seconds)\">\n"
      + notice(result) + tasks.map { testCase($0, result) }.joined() + "  </testsuite>\n"
  }

  private func notice(_ result: CheckResult) -> String {
    guard let text = result.notice?.message.text(in: language) else { return "" }
    return """
          <properties>
            <property name="notice" value="\(Self.escape(text))"/>
          </properties>

      """
  }

  private func withoutFinding(_ result: CheckResult) -> String {
    let path = Self.escape(result.path)
    if result.isEmpty {
      return "  <testsuite name=\"\(path)\" tests=\"0\" failures=\"0\" errors=\"0\" time=\"0\"/>\n"
    }
    let skipped = "<skipped message=\"the notebook's data is not here\"/>"
    let word = result.isSkipped ? skipped : "<error message=\"\(Self.escape(reason(result)))\"/>"
    return """
        <testsuite name="\(path)" tests="1" failures="0" errors="\(result.isSkipped ? 0 : 1)" \
      skipped="\(result.isSkipped ? 1 : 0)" time="0">
          <testcase name="run" classname="\(path)">
            \(word)
          </testcase>
        </testsuite>

      """
  }

  /// Why a notebook could not be run: each error with its line.
  private func reason(_ result: CheckResult) -> String {
    let errors = result.errors.map { error in
      (error.line.map { "\($0):\(error.column ?? 1): " } ?? "") + (error.message ?? "")
    }
    return errors.isEmpty ? "the notebook could not be run" : errors.joined(separator: "; ")
  }

  private func testCase(_ task: TaskComparison, _ result: CheckResult) -> String {
    let head =
      "    <testcase name=\"\(Self.escape(task.id))\" classname=\"\(Self.escape(result.path))\""
    guard task.verdict > .withinTolerance else { return head + "/>\n" }
    let reason = Self.escape(result.reason(task, language: language))
    return head + ">\n      <failure message=\"\(task.verdict.rawValue)\">\(reason)</failure>\n"
      + "    </testcase>\n"
  }

  /// Text that XML 1.0 can hold: control characters as escapes.
  private static func escape(_ text: String) -> String {
    MarkupText.escaped(MarkupText.lawful(VisibleText.escaping(text)), quotes: .double)
  }
}
