internal import Comparison
internal import Diagnostics

/// The findings of checks as a JUnit file: a suite for each notebook, a case for each directive.
struct JUnitFile {
  let results: [CheckResult]
  let language: Language

  var text: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
      + results.map(suite).joined() + "</testsuites>\n"
  }

  private func suite(_ result: CheckResult) -> String {
    guard let finding = result.finding else {
      return "  <testsuite name=\"\(Self.escape(result.path))\" tests=\"1\" failures=\"0\" "
        + "errors=\"1\" time=\"0\">\n    <testcase name=\"run\" "
        + "classname=\"\(Self.escape(result.path))\">\n"
        + "      <error message=\"the notebook could not be run\"/>\n    </testcase>\n"
        + "  </testsuite>\n"
    }
    let steps = finding.comparison.steps
    return "  <testsuite name=\"\(Self.escape(result.path))\" tests=\"\(steps.count)\" "
      + "failures=\"\(result.differing.count)\" errors=\"0\" time=\"\(finding.seconds)\">\n"
      + steps.map { testCase($0, result) }.joined() + "  </testsuite>\n"
  }

  private func testCase(_ step: StepComparison, _ result: CheckResult) -> String {
    let head =
      "    <testcase name=\"\(Self.escape(step.id))\" classname=\"\(Self.escape(result.path))\""
    guard step.verdict > .withinTolerance else { return head + "/>\n" }
    let reason = Self.escape(result.reason(step, language: language))
    return head + ">\n      <failure message=\"\(step.verdict.rawValue)\">\(reason)</failure>\n"
      + "    </testcase>\n"
  }

  /// Text that XML 1.0 can hold; control characters become a mark.
  private static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
