import Foundation
import RunRecords
import Testing
import TestSupport

struct `A cell that was edited after a run` {
  private static let two = """
    # T

    ```yaml {.value #um}
    value: 1
    ```

    ```yaml {.value}
    value: 2
    ```

    """

  private static let figure = """
    ```yaml {.data #d}
    dataset: digits
    limit: {train: 3, test: 1}
    ```

    ```yaml {.figure #f}
    kind: samples
    data: d
    count: 1
    ```

    The end.

    """

  /// What stands in a lesson after a run, and after `clean` and a run: both must be the same.
  private func run(_ folder: LessonFolder) throws -> ProgramResult {
    let result = folder.caderno("run", "lesson.md", "--quiet")
    let contents = try folder.contents()
    #expect(folder.caderno("clean", "lesson.md").status == 0)
    #expect(folder.caderno("run", "lesson.md", "--quiet").status == 0)
    #expect(try folder.contents() == contents)
    return result
  }

  @Test func `has its outputs below it where another was put before it`() throws {
    let folder = try LessonFolder(["lesson.md": "# T\n\n```yaml {.value}\nvalue: 1\n```\n"])
    folder.caderno("run", "lesson.md")
    try folder.edit("lesson.md", "# T\n", "# T\n\n```yaml {.value}\nvalue: 3\n```\n")
    #expect(folder.caderno("check", "lesson.md").status == 1)
    #expect(try run(folder) == ProgramResult(status: 0))
    let text = try folder.text("lesson.md")
    #expect(text.matches(of: /caderno:out id=/).count == 2)
    #expect(
      text.contains(/value: 3\n```\n\n<!-- caderno:out id=value-1 key=\w+ -->\n\n\| value \|/))
    #expect(folder.caderno("check", "lesson.md").status == 0)
  }

  @Test(arguments: [("#um", "#one"), (" #um", ""), ("{.value}", "{.value #dois}")])
  func `keeps its place where it has another name`(old: String, new: String) throws {
    let folder = try LessonFolder(["lesson.md": Self.two])
    folder.caderno("run", "lesson.md")
    try folder.edit("lesson.md", old, new)
    #expect(try run(folder) == ProgramResult(status: 0))
    #expect(try folder.text("lesson.md").matches(of: /caderno:out id=/).count == 2)
  }

  @Test func `is named with its outputs and figures where only these are left`() throws {
    let folder = try LessonFolder(["lesson.md": Self.figure])
    folder.caderno("run", "lesson.md")
    #expect(folder.exists("lesson.files/f-samples.svg"))
    let text = try folder.text("lesson.md")
    let fence = try #require(text.range(of: "```yaml {.figure #f}"))
    let end = try #require(text.range(of: "```\n", range: fence.upperBound..<text.endIndex))
    try folder.write(
      text.replacingCharacters(in: fence.lowerBound..<end.upperBound, with: ""), to: "lesson.md")
    #expect(folder.caderno("check", "lesson.md").status == 1)
    let result = folder.caderno("run", "lesson.md")
    #expect(result.status == 0)
    #expect(
      result.errors.hasSuffix(
        "removed the outputs of 'f' in line 16: they belonged to no directive\nwrote lesson.md\n"))
    #expect(!folder.exists("lesson.files"))
    #expect(try folder.text("lesson.md").hasSuffix("-->\n\n\nThe end.\n"))
  }

  @Test func `has all outputs named by lint that a run takes out`() throws {
    let folder = try LessonFolder([
      "lesson.md": "# T\n\n```yaml {.value #v}\nvalue: 1\n```\n\nEnd.\n"
    ])
    folder.caderno("run", "lesson.md")
    #expect(folder.caderno("lint", "lesson.md").errors == "lesson.md: fine (1 directive)\n")
    let text = try folder.text("lesson.md")
    let region = try #require(text.firstMatch(of: /<!-- caderno:out(?s:.*)-->\n/)).output
    try folder.write(text + "\n" + region + "\n\(region)", to: "lesson.md")
    let result = folder.caderno("lint", "lesson.md", "--color", "never")
    #expect(result.status == 0)
    let lines = result.errors.split(separator: "\n").filter { $0.contains("warning") }
    #expect(
      lines.map(String.init) == [
        "lesson.md:17:1: warning: the outputs of 'v' in lines 17 to 23 belong to no directive: a run takes them out [stray-outputs]",
        "lesson.md:25:1: warning: the outputs of 'v' in lines 25 to 31 belong to no directive: a run takes them out [stray-outputs]",
      ])
    #expect(folder.caderno("run", "lesson.md").errors.matches(of: /removed the outputs/).count == 2)
  }

  @Test func `leaves no figure behind where it was deleted with its outputs`() throws {
    let folder = try LessonFolder(["lesson.md": Self.figure])
    folder.caderno("run", "lesson.md")
    try folder.write("mine", to: "lesson.files/mine.svg")
    let text = try folder.text("lesson.md")
    let start = try #require(text.range(of: "```yaml {.figure #f}")).lowerBound
    let end = try #require(text.range(of: "The end.")).lowerBound
    try folder.write(text.replacingCharacters(in: start..<end, with: ""), to: "lesson.md")
    #expect(folder.caderno("run", "lesson.md", "--quiet") == ProgramResult(status: 0))
    #expect(!folder.exists("lesson.files/f-samples.svg"))
    #expect(folder.exists("lesson.files/mine.svg"))
  }

  @Test(arguments: ["run", "lint"])
  func `is an error at its place where its name was copied with it`(command: String) throws {
    let folder = try LessonFolder(["lesson.md": Self.two])
    folder.caderno("run", "lesson.md")
    let text = try folder.text("lesson.md")
    let start = try #require(text.range(of: "```yaml {.value #um}")).lowerBound
    let end = try #require(text.range(of: "```yaml {.value}")).lowerBound
    try folder.write(text + "\n" + text[start..<end], to: "lesson.md")
    let before = try folder.contents()
    let result = folder.caderno(command, "lesson.md")
    #expect(result.status == 2)
    #expect(
      result.errors == """
        lesson.md:27:17: error: another directive already has the id 'um' [duplicate-id]
           27 | ```yaml {.value #um}
              |                 ^~~
          hint: 'um2' is free

        """)
    #expect(try folder.contents() == before)
  }

  @Test func `keeps outputs of a named one where its author put them`() throws {
    let folder = try LessonFolder(["lesson.md": Self.two + "\nProse.\n"])
    folder.caderno("run", "lesson.md")
    var text = try folder.text("lesson.md")
    let start = try #require(text.range(of: "\n<!-- caderno:out id=um")).lowerBound
    let end = try #require(text.range(of: "/caderno:out", range: start..<text.endIndex)).upperBound
    let line = try #require(text.range(of: "\n", range: end..<text.endIndex)).upperBound
    let region = String(text[start..<line])
    text.removeSubrange(start..<line)
    try folder.write(text + region, to: "lesson.md")
    try folder.edit("lesson.md", "value: 1", "value: 7")
    let result = folder.caderno("run", "lesson.md", "--quiet")
    #expect(result == ProgramResult(status: 0))
    let written = try folder.text("lesson.md")
    #expect(
      written.contains(
        /Prose\.\n\n<!-- caderno:out id=um key=\w+ -->\n\n\| value \|\n\| ----: \|\n\| 7/))
    #expect(written.matches(of: /caderno:out id=um/).count == 1)
    folder.caderno("clean", "lesson.md")
    #expect(
      try folder.text("lesson.md")
        == Self.two.replacingOccurrences(of: "value: 1", with: "value: 7") + "\nProse.\n")
  }

  @Test func `loses outputs of an unnamed one that were put elsewhere, and says so`() throws {
    let folder = try LessonFolder(["lesson.md": "```yaml {.value}\nvalue: 1\n```\n\nProse.\n"])
    folder.caderno("run", "lesson.md")
    let text = try folder.text("lesson.md")
    let start = try #require(text.range(of: "\n<!-- caderno:out")).lowerBound
    let end = try #require(text.range(of: "\nProse.")).lowerBound
    try folder.write(text + text[start..<end], to: "lesson.md")
    let result = folder.caderno("run", "lesson.md")
    #expect(
      result.errors.hasSuffix(
        "removed the outputs of 'value-1' in line 15: they belonged to no directive\nwrote lesson.md\n"
      ))
    #expect(try folder.text("lesson.md") == text)
  }

  @Test func `keeps its training and its history where it has another name`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    folder.caderno("run", "lesson.md")
    try folder.edit("lesson.md", "#t}", "#other}")
    try folder.edit("lesson.md", "#e}", "#exam}")
    let text = try folder.text("lesson.md").replacingOccurrences(of: "run:e.", with: "run:exam.")
      .replacingOccurrences(of: "run:t.", with: "run:other.")
    try folder.write(text, to: "lesson.md")
    let result = folder.caderno("run", "lesson.md", "--explain")
    #expect(result.status == 0)
    #expect(result.errors.contains("other: taken from the cache\n"))
    #expect(result.errors.contains("exam: taken from the cache\n"))
    let history = folder.caderno("history", "lesson.md", "--metric", "exam.accuracy").output
    let rows = history.split(separator: "\n").dropFirst()
    #expect(rows.count == 2)
    #expect(Set(rows.map { $0.split(separator: " ").last }).count == 1)
  }

  @Test func `is taken over from a lesson that the first version wrote`() throws {
    let fixture = Project.file("Tests/Fixtures/first-version")
    let folder = try LessonFolder()
    for name in ["lesson.md", "lesson.files/figure-1-samples.svg", "lesson.files/fit-1-curves.svg"]
    {
      let bytes = try Data(contentsOf: fixture.appendingPathComponent(name))
      try folder.write(String(decoding: bytes, as: UTF8.self), to: name)
    }
    let json = [UInt8](try Data(contentsOf: fixture.appendingPathComponent("record.json")))
    let record = try RunRecord(json: json)
    try folder.write(
      String(decoding: json, as: UTF8.self), to: ".caderno/runs/\(record.id)/record.json")
    let before = try folder.contents()
    let cells = try Self.cells(folder)
    #expect(folder.caderno("diff", "lesson.md", record.id).output == "8 equal, 0 different\n")
    folder.caderno("check", "lesson.md", "--quiet")
    let explained = folder.caderno("run", "lesson.md", "--explain")
    #expect(explained.errors.contains("fit-1: taken from the cache\n"))
    #expect(!explained.errors.contains("removed"))
    #expect(try folder.contents().keys == before.keys)
    #expect(try Self.cells(folder) == cells)
    #expect(folder.caderno("history", "lesson.md").output.split(separator: "\n").count == 4)
    let after = try folder.contents()
    folder.caderno("clean", "lesson.md")
    folder.caderno("run", "lesson.md")
    #expect(try folder.contents() == after)
  }

  /// The cells and the markers of outputs below them, without the keys that another numerics changes.
  private static func cells(_ folder: LessonFolder) throws -> [String] {
    try folder.text("lesson.md").split(separator: "\n").filter {
      $0.hasPrefix("```") || $0.hasPrefix("<!-- caderno:out")
    }.map { String($0).replacing(/key=\w+/, with: "") }
  }
}
