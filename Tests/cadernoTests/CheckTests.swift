import Foundation
import Testing

struct `Checking a notebook` {
  private let folder: LessonFolder

  init() throws {
    folder = try LessonFolder(["lesson.md": Lessons.training("epochs: 2")])
    folder.caderno("run", "lesson.md")
  }

  private func edit(_ old: String, _ new: String) throws {
    let text = try folder.text("lesson.md")
    #expect(text.contains(old))
    try folder.write(text.replacingOccurrences(of: old, with: new), to: "lesson.md")
  }

  @Test func `finds its outputs as they were, and writes nothing`() throws {
    let before = try folder.contents()
    let result = folder.caderno("check", "lesson.md", "--quiet", "--no-cache")
    #expect(result == ProgramResult(status: 0, output: "lesson.md: 4 equal, 0 different\n"))
    #expect(try folder.contents() == before)
  }

  @Test func `finds an edited option's effect, and accepts it`() throws {
    try edit("epochs: 2", "epochs: 1")
    let before = try folder.contents()
    let result = folder.caderno("check", "lesson.md", "--quiet")
    #expect(result.status == 1)
    #expect(
      result.output.hasPrefix("lesson.md: t (fit): different\n  because: option epochs: 2 → 1\n"))
    #expect(result.output.contains("prose (prose): different\n"))
    #expect(try folder.contents() == before)
    #expect(folder.caderno("accept", "lesson.md").status == 0)
    #expect(folder.caderno("check", "lesson.md", "--quiet").status == 0)
    folder.caderno("run", "lesson.md", "--no-cache")
    #expect(folder.caderno("diff", "latest", "lesson.md").status == 0)
  }

  @Test func `finds outputs that somebody edited by hand`() throws {
    let text = try folder.text("lesson.md")
    let line = try #require(
      text.split(separator: "\n").last {
        $0.hasPrefix("| 0.") || $0.hasPrefix("| 2.") || $0.hasPrefix("| 1.")
      })
    try edit(String(line), line.replacingOccurrences(of: ".", with: ".9"))
    let result = folder.caderno("check", "lesson.md", "--quiet")
    #expect(result.status == 1)
    #expect(result.output.contains("because: the outputs in the notebook were edited by hand\n"))
  }

  @Test func `finds a number in prose that somebody edited`() throws {
    let text = try folder.text("lesson.md")
    let link = try #require(text.firstMatch(of: /\[(\d+) %\]\(run:t\.accuracy\)/))
    try edit(String(link.0), "[1 %](run:t.accuracy)")
    let result = folder.caderno("check", "lesson.md", "--quiet")
    #expect(
      result.output == """
        lesson.md: prose (prose): different
          t.accuracy (text)
            text: [-1-]{+\(link.1)+} %
        3 equal, 1 different

        """)
  }

  @Test func `tells programs of it`() throws {
    try edit("epochs: 2", "epochs: 1")
    let result = folder.caderno(
      "check", "lesson.md", "--quiet", "--junit", "junit.xml", "--annotations", "github")
    #expect(result.status == 1)
    #expect(
      result.output.hasPrefix(
        "::error file=lesson.md,line=23,title=t::t (fit): different%0A"))
    let junit = try folder.text("junit.xml")
    #expect(junit.contains("<testsuite name=\"lesson.md\" tests=\"4\" failures=\"3\" errors=\"0\""))
    let parser = XMLParserBox(junit)
    #expect(parser.isWellFormed)
    let json = folder.caderno("check", "lesson.md", "--quiet", "--json").output
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(read?.first?["notebook"] as? String == "lesson.md")
  }

  @Test func `goes on with the next notebook where one can't run`() throws {
    try folder.write("```yaml {.fit}\nmodel: no\n```\n", to: "broken.md")
    let result = folder.caderno("check", "broken.md", "lesson.md", "--quiet")
    #expect(result.status == 2)
    #expect(result.output == "lesson.md: 4 equal, 0 different\n")
  }
}

/// Whether a text is well-formed XML, by the system's own reader.
private struct XMLParserBox {
  let isWellFormed: Bool

  init(_ text: String) {
    let folder = try? LessonFolder(["a.xml": text])
    let result = folder?.shell(
      "python3 -c 'import xml.dom.minidom as m; m.parse(\"a.xml\")' || ! command -v python3")
    isWellFormed = result?.status == 0
  }
}
