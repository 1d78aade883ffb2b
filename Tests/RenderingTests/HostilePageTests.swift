import Diagnostics
import Foundation
import JupyterNotebooks
import Notebooks
import RunRecords
import Testing
import TestSupport

@testable import Rendering

/// Pages of all contexts by all payload groups in `Fixtures/rendering/hostile.txt`, which also says how
/// it is written. `Tests/Oracles/hostile_pages.py` opens such pages in a browser.
@Suite struct `A page of a hostile lesson` {
  struct Context: CustomTestStringConvertible, Sendable {
    let kind, name, text: String
    var testDescription: String { "\(kind) \(name)" }
  }

  private static let sections: [Context] = {
    let url = Project.file("Tests/Fixtures/rendering/hostile.txt")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n@@ ").dropFirst().map { part in
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let words = lines[0].split(separator: " ", maxSplits: 1)
      let body = lines[1].trimmingCharacters(in: .newlines)
      return Context(kind: String(words[0]), name: String(words[1]), text: body)
    }
  }()

  static let contexts = sections.filter { $0.kind != "payloads" }
  static let groups = sections.filter { $0.kind == "payloads" }.map { group in
    group.text.replacing("{{canary}}", with: "http://127.0.0.1:1").split(separator: "\n")
      .map(String.init)
  }

  @Test func `is made for every place and every kind of payload`() {
    #expect(Self.groups.count == 16)
    #expect(Self.contexts.count { ["markdown", "lesson", "cell"].contains($0.kind) } >= 41)
    #expect(Self.contexts.count { ["notebook", "jupyter"].contains($0.kind) } >= 20)
  }

  @Test(arguments: contexts)
  func `holds nothing but what a page is made of`(context: Context) throws {
    for payloads in Self.groups {
      for page in try Self.pages(context, payloads) {
        #expect(StrictPage(page).finds == [], "\(payloads[0])")
      }
    }
  }

  @Test(arguments: [
    "<script>x</script>", "<p onclick=\"x\">y</p>", "<p style=\"x\">y</p>", "<p>", "</p>",
    "<img src=\"x.png\">", "<img src=\"data:text/html;base64,AA\">", "<p>&copy;</p>",
    "<p>a > b</p>",
    "<a href=\"javascript:x\">y</a>", "<a href=\"data:x\">y</a>",
    "<a href=\"&#106;avascript:x\">y</a>",
    "<meta http-equiv=\"refresh\" content=\"0\">", "<p title='x'>y</p>", "<!-- x -->",
    "<style>a</style><style>b</style>", "<P>x</P>", "<p", "<p title=\"a\"b=\"c\">y</p>",
  ])
  func `would be found out`(page: String) { #expect(StrictPage(page).finds != []) }

  @Test func `is read by the same rules as an honest one`() throws {
    for file in try GoldenCase("lesson").files("html") {
      #expect(StrictPage(String(decoding: file.bytes, as: UTF8.self)).finds == [])
    }
  }

  // MARK: - Making pages

  private static func pages(_ context: Context, _ payloads: [String]) throws -> [String] {
    switch context.kind {
    case "markdown":
      let parts = payloads.enumerated().map { filled(context.text, $1, $0) }
      return [Sample.page(parts.joined(separator: "\n\n") + "\n")] + fragments(parts)
    case "notebook":
      let cells = payloads.enumerated().map { filled(context.text, $1, $0) }
      let text =
        "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": ["
        + cells.joined(separator: ",") + "]}"
      return try jupyter(text)
    default:
      let text = filled(context.text, payloads.joined(separator: " "), 0)
      if context.kind == "jupyter" { return try jupyter(text) }
      return context.kind == "record" ? [try recorded(text)] : [Sample.page(text + "\n")]
    }
  }

  private static func filled(_ text: String, _ payload: String, _ number: Int) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let json = (try? encoder.encode(payload)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    let entities = payload.unicodeScalars.map { "&#\($0.value);" }.joined()
    return text.replacing("{{string}}", with: json.dropFirst().dropLast())
      .replacing("{{entities}}", with: entities)
      .replacing("{{base64}}", with: Data(payload.utf8).base64EncodedString())
      .replacing("{{n}}", with: "\(number)").replacing("{{raw}}", with: payload)
  }

  /// What pages of comparisons are made of.
  private static func fragments(_ parts: [String]) -> [String] {
    parts.map { OutputFragment(language: .english).html(markdown: $0, images: [:]) }
  }

  /// A notebook's page with its outputs as they stand there, and with those that read back as typed.
  private static func jupyter(_ text: String) throws -> [String] {
    let source = SourceText(file: "l.ipynb", bytes: Array(text.utf8))
    let lesson = JupyterLesson(
      try JupyterFile(source: source), name: "l", vocabulary: DirectiveVocabulary(kinds: []))
    let shown = ShownJupyter(lesson, name: "l")
    var page = Lesson(
      notebook: shown.notebook, record: shown.record, name: "l",
      pictures: shown.pictures)
    page.showsRegions = true
    let typed = page
    page.record.tasks = []
    return [page, typed].map {
      String(decoding: HTMLPageRenderer().files(for: $0)[0].bytes, as: UTF8.self)
    }
  }

  private static func recorded(_ text: String) throws -> String {
    var lesson = Sample.lesson(
      "```yaml {.fit #s}\nx: 1\n```\n", tasks: [Sample.task([])])
    let parsed = try JSONSerialization.jsonObject(with: Data(lesson.record.json()))
    var record = try #require(parsed as? [String: Any])
    var tasks = try #require(record["steps"] as? [[String: Any]])
    let members = try JSONSerialization.jsonObject(with: Data(text.utf8))
    for (name, value) in try #require(members as? [String: Any]) {
      if record[name] != nil { record[name] = value } else { tasks[0][name] = value }
    }
    record["steps"] = tasks
    lesson.record = try RunRecord(json: Array(JSONSerialization.data(withJSONObject: record)))
    let fragment = OutputFragment(language: .english).html(of: lesson.record.tasks[0], prefix: "a")
    return String(decoding: HTMLPageRenderer().files(for: lesson)[0].bytes, as: UTF8.self)
      + fragment
  }
}
