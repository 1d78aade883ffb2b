import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct `A check` {
  @Test func `says that all is equal, and changes no byte`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    folder.caderno("run", "lesson.md")
    let before = try folder.contents()
    let result = folder.caderno("check", "lesson.md", "--quiet")
    #expect(result == ProgramResult(status: 0, output: "lesson.md: 5 equal, 0 different\n"))
    #expect(try folder.contents() == before)
  }

  @Test func `names the option that changed the outputs, and what follows from it`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training("epochs: 1")])
    folder.caderno("run", "lesson.md")
    try folder.edit("lesson.md", "epochs: 1", "epochs: 2")
    let before = try folder.contents()
    let result = folder.caderno("check", "lesson.md", "--quiet")
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(
      lines.starts(with: ["lesson.md: t (fit): different", "  because: option epochs: 1 → 2"]))
    let follow = lines.firstIndex(of: "e (evaluate): different").map { lines[$0 + 1] }
    #expect(follow == "  because: 't' before it changed")
    #expect(lines.last == "2 equal, 3 different")
    #expect(try folder.contents() == before)
  }

  @Test func `finds the same without records, though not which option it was`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training("epochs: 1")])
    folder.caderno("run", "lesson.md")
    try folder.edit("lesson.md", "epochs: 1", "epochs: 2")
    _ = folder.shell("rm -r .caderno")
    let result = folder.caderno("check", "lesson.md", "--quiet")
    #expect(result.status == 1)
    #expect(result.output.hasSuffix("\n2 equal, 3 different\n"))
    let lines = result.output.split(separator: "\n")
    let causes = lines.filter { $0.hasPrefix("  because: ") }
    #expect(
      causes == [
        "  because: something that it depends on changed; there is no record of what",
        "  because: 't' before it changed",
        "  because: 't' before it changed",
      ])
  }

  @Test func `is followed by an accept that writes what it found`() throws {
    let lesson = Lessons.training("epochs: 1")
    let folder = try LessonFolder(["lesson.md": lesson])
    let other = try LessonFolder(["lesson.md": lesson])
    for folder in [folder, other] {
      folder.caderno("run", "lesson.md")
      try folder.edit("lesson.md", "epochs: 1", "epochs: 2")
    }
    #expect(folder.caderno("check", "lesson.md", "--quiet").status == 1)
    #expect(folder.caderno("accept", "lesson.md", "--quiet") == ProgramResult(status: 0))
    other.caderno("run", "lesson.md")
    #expect(try folder.contents() == other.contents())
    #expect(folder.caderno("check", "lesson.md", "--quiet").status == 0)
  }

  @Test func `finds outputs that were edited by hand`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    folder.caderno("run", "lesson.md")
    try folder.edit("lesson.md", "7,850", "7,851")
    let result = folder.caderno("check", "lesson.md", "--quiet")
    #expect(result.status == 1)
    let head = """
      lesson.md: m (model): different
        because: the outputs in the notebook were edited by hand

      """
    #expect(result.output.hasPrefix(head))
  }

  @Test func `finds a number in prose that the run doesn't give`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    folder.caderno("run", "lesson.md")
    let text = try folder.text("lesson.md")
    let number = try #require(text.firstMatch(of: /\[(\d+ %)\]\(run/)).1
    try folder.edit("lesson.md", "[\(number)](run", "[100 %](run")
    #expect(
      folder.caderno("check", "lesson.md", "--quiet")
        == ProgramResult(
          status: 1,
          output: """
            lesson.md: prose (prose): different
              because: the number was written into the text: 't' gives the same in both
              t.accuracy (text)
                text: [-100-]{+\(number.dropLast(2))+} %
            4 equal, 1 different

            """))
  }

  @Test func `gives a directive the room that it asks for`() throws {
    let lesson = Lessons.training(common: " tolerance=0.5")
    let folder = try LessonFolder(["lesson.md": lesson])
    folder.caderno("run", "lesson.md")
    let text = try folder.text("lesson.md")
    let row = try #require(text.firstMatch(of: /\| 1 \| (\d\.\d+) \|/))
    try folder.edit("lesson.md", "\(row.0)", "| 1 | 0\(row.1.dropFirst(1)) |")
    #expect(folder.caderno("check", "lesson.md", "--quiet").status == 1)
    try folder.edit("lesson.md", "| 1 | 0", "| 1 | \(row.1.prefix(1))")
    try folder.edit("lesson.md", "\(row.0)", "| 1 | \(row.1.dropLast(1))0 |")
    let result = folder.caderno("check", "lesson.md", "--quiet")
    #expect(result.status == 0)
    #expect(folder.caderno("check", "lesson.md", "--quiet", "--atol", "0.5").status == 0)
  }

  @Test func `runs the other notebooks where one can't be run`() throws {
    let folder = try LessonFolder([
      "a.md": "```yaml {.fit #t}\nmodel: m\n```\n", "b.md": Lessons.summary,
    ])
    folder.caderno("run", "b.md")
    let result = folder.caderno("check", "a.md", "b.md", "--quiet", "--junit", "out.xml")
    #expect(result.status == 2)
    #expect(result.output == "b.md: 1 equal, 0 different\n")
    #expect(
      try folder.text("out.xml").replacing(/time="[^"]*"/, with: "") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
          <testsuite name="a.md" tests="1" failures="0" errors="1" skipped="0" >
            <testcase name="run" classname="a.md">
              <error message="1:10: '.fit' needs the option 'data'; 2:8: there is no model 'm' before this"/>
            </testcase>
          </testsuite>
          <testsuite name="b.md" tests="1" failures="0" errors="0" >
            <testcase name="m" classname="b.md"/>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func `writes a failure for each directive that differs`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    folder.caderno("run", "lesson.md")
    try folder.edit("lesson.md", "7,850", "7,851")
    folder.caderno("check", "lesson.md", "--quiet", "--junit", "out.xml")
    let file = try folder.text("out.xml")
    #expect(file.contains("tests=\"1\" failures=\"1\" errors=\"0\""))
    #expect(file.contains("<failure message=\"different\">m (model): different\n"))
    #expect(try XMLDocument(xmlString: file).rootElement()?.name == "testsuites")
  }

  @Test func `annotates a pull request at the directive's line`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    folder.caderno("run", "lesson.md")
    let quiet = folder.caderno("check", "lesson.md", "--annotations", "github", "--quiet")
    #expect(quiet == ProgramResult(status: 0))
    try folder.edit("lesson.md", "7,850", "7,851")
    let result = folder.caderno("check", "lesson.md", "--annotations", "github", "--quiet")
    #expect(result.status == 1)
    let head =
      "::error file=lesson.md,line=3,title=m::m (model): different%0A  because: the outputs "
    #expect(result.output.hasPrefix(head))
    #expect(result.output.filter { $0 == "\n" }.count == 1)
  }

  @Test func `passes over a notebook without data only where that is wanted`() throws {
    let lesson = "```yaml {.data #d}\ndataset: mnist\n```\n"
    let folder = try LessonFolder(["a.md": lesson, "b.md": Lessons.summary])
    folder.caderno("run", "b.md")
    let words = ["check", "a.md", "b.md", "--offline", "--quiet", "--junit", "out.xml"]
    #expect(folder.start(words).finish().status == 3)
    let result = folder.start(words + ["--skip-missing-data"]).finish()
    #expect(result == ProgramResult(status: 0, output: "b.md: 1 equal, 0 different\n"))
    #expect(
      try folder.text("out.xml").contains("<skipped message=\"the notebook's data is not here\"/>"))
    let told = folder.caderno("check", "a.md", "--offline", "--skip-missing-data")
    #expect(
      told.errors.hasSuffix("a.md: skipped, its data isn't here (see caderno data list)\n"))
    #expect(told.status == 0)
  }

  @Test func `annotates a mistake at its line and column`() throws {
    let folder = try LessonFolder(["lesson.md": "```yaml {.fit #t}\nmodel: m\ndata: d\n```\n"])
    let result = folder.caderno("check", "lesson.md", "--annotations", "github")
    #expect(result.status == 2)
    #expect(
      result.output == """
        ::error file=lesson.md,line=2,col=8,title=unknown-name::there is no model 'm' before this
        ::error file=lesson.md,line=3,col=7,title=unknown-name::there is no data set 'd' before this

        """)
  }

  @Test func `says what is wrong with a tolerance`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    let result = folder.caderno("check", "lesson.md", "--rtol", "nan")
    #expect(result.status == 64)
    #expect(result.errors.hasPrefix("Error: --rtol must be a number of at least 0\n"))
  }
}

extension LessonFolder {
  /// Replaces a text in a file.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try text(name)
    try #require(text.contains(old))
    try write(text.replacingOccurrences(of: old, with: new), to: name)
  }
}
