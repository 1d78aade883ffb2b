import Diagnostics
import Testing

@testable import Notebooks

/// Exercises and their solutions.
@Suite struct TeachingTests {
  static func notebook(_ text: String) -> Notebook {
    Notebook(source: SourceText(file: "l.md", bytes: Array(text.utf8)), vocabulary: vocabulary)
  }

  private func split(_ text: String) -> TeachingSplit { TeachingSplit(Self.notebook(text)) }

  @Test(arguments: [
    ("a\n\n::: solution\nb\n:::\n\nc\n", "a\n\n\nc\n"),
    ("::: {.solution #x}\nb\n:::::\nc", "c"), ("  ::: solution :::\nb\n  :::", ""),
    ("::: exercise\na\n\n:::: {.solution}\nb\n::::\n:::\n", "::: exercise\na\n\n:::\n"),
    ("::: solution\na\n\n::: note\nb\n\n:::\n\n- c\n:::\nd\n", "d\n"),
    ("```text {.solution}\na\n```\nb\n", "b\n"),
    ("```text {.exercise}\na\n```\n", "```text {.exercise}\na\n```\n"),
    ("```yaml {.fit #a .solution}\nx: 1\n```\nb\n", "b\n"),
    ("```yaml {.fit #a tags=\"x,solution\"}\nx: 1\n```\nb\n", "b\n"),
    ("```\n::: solution\n```\nb\n:::\n", "```\n::: solution\n```\nb\n:::\n"),
    ("::: note\na\n\n::: solution\nb\n\n:::\n:::\n", "::: note\na\n\n:::\n"),
    ("a\n\n~~~text {.solution}\nb\n", "a\n\n"),
    ("a ::: solution\n\n:::: two words\n", "a ::: solution\n\n:::: two words\n"),
    (
      "<!-- cell id=a {\"metadata\":{\"tags\":[\"solution\"]}} -->\na\n\n<!-- cell id=b -->\nc\n",
      "<!-- cell id=b -->\nc\n"
    ),
    (
      "<!-- cell id=a {\"metadata\":{\"tags\":[\"solution\"]}} -->\n\n```yaml {.fit}\n```\nc\n",
      "c\n"
    ),
  ]) func `solutions go`(_ text: String, _ student: String) {
    #expect(String(decoding: split(text).student, as: UTF8.self) == student)
    #expect(Self.notebook(text).diagnostics.filter { $0.code.hasSuffix("division") }.isEmpty)
  }

  @Test func `their outputs go with them, wherever they stand`() {
    let region = "<!-- caderno:out id=a key=0 -->\n\nx\n\n<!-- /caderno:out sum=0 -->\n"
    let fence = "```yaml {.fit #a .solution}\n```\n"
    #expect(
      String(decoding: split(fence + "\n" + region + "b\n").student, as: UTF8.self) == "\nb\n")
    #expect(String(decoding: split(region + "\nb\n\n" + fence).student, as: UTF8.self) == "\nb\n\n")
  }

  /// Whatever an output shows, it is nobody's exercise.
  @Test(arguments: [
    "::: solution\nb\n:::", "::: exercise\n", ":::", "- ::: solution\n  b",
    "```text {.solution}\nb\n```",
    "- ```text {.solution}\n  b\n  ```", "> ::: {.exercise}", "<div>\n::: solution\n</div>",
  ]) func `none are looked for in outputs`(_ shown: String) {
    let text =
      "```yaml {.fit #a}\n```\n\n<!-- caderno:out id=a key=0 -->\n\n\(shown)\n\n"
      + "<!-- /caderno:out sum=0 -->\n\n::: solution\nc\n:::\n"
    let notebook = Self.notebook(text)
    #expect(notebook.parts.map(\.kind) == [.solution])
    #expect(notebook.diagnostics.filter { $0.code.hasSuffix("division") }.isEmpty)
    #expect(
      String(decoding: split(text).student, as: UTF8.self)
        == String(text.prefix(text.count - "::: solution\nc\n:::\n".count)))
  }

  /// Whole messages, with their places.
  @Test(arguments: [
    ("a\n\n::: solution\nb\n", "3:1 unclosed-division this division is never closed"),
    (
      "- ::: solution\n  b\n",
      "1:1 hidden-division no division begins here: it stands in a list, a quotation or HTML"
    ),
    (
      "<div>\n::: {.solution}\n</div>\n",
      "2:1 hidden-division no division begins here: it stands in a list, a quotation or HTML"
    ),
    (
      "- a\n\n  ```text {.solution}\n  b\n  ```\n",
      "3:3 hidden-division no division begins here: it stands in a list, a quotation or HTML"
    ),
    (
      "<div>\n```text {.solution}\nb\n```\n</div>\n",
      "2:1 hidden-division no division begins here: it stands in a list, a quotation or HTML"
    ),
  ]) func `that would reach students are errors`(_ text: String, _ expected: String) {
    let notebook = Self.notebook(text)
    let found = notebook.diagnostics.filter { $0.severity == .error }.map { finding in
      let place = notebook.source.position(at: finding.range.lowerBound)
      return "\(place.line):\(place.column) \(finding.code) \(finding.message.text(in: .english))"
    }
    #expect(found == [expected])
  }

  /// The law, over documents of pieces that could get in each other's way.
  @Test(arguments: 0..<200) func `put back give the lesson, byte for byte`(_ seed: Int) {
    let pieces = [
      "::: solution\n", ":::\n", "::: exercise\r\n", "a\n", "\n", "```yaml {.fit .solution}\n",
      "```\n",
      "<!-- caderno:out id=fit-1 key=0 -->\n", "<!-- /caderno:out sum=0 -->\n", "- b\n", "> ", "é",
      "<!-- cell id=a {\"metadata\":{\"tags\":[\"solution\"]}} -->\n", "    ", "::: note\n",
    ]
    var state = UInt64(seed)
    let text = (0..<30).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }.joined()
    let split = split(text)
    #expect(TeachingSplit.merge(split.solutions, into: split.student) == Array(text.utf8))
    let taken = split.solutions.reduce(0) { $0 + $1.bytes.count }
    #expect(taken + split.student.count == text.utf8.count)
  }

  @Test func `cost linear time`() {
    let text = String(repeating: "::: solution\n\n```yaml {.fit}\n```\n\n", count: 3_000)
    #expect(Self.notebook(text).parts.count == 3_000)
  }
}
