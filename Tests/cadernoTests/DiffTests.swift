import Foundation
import RunRecords
import Testing

struct `A diff` {
  @Test(arguments: ["lesson.md", "latest", "lesson.md@latest"])
  func `of a run and itself is empty`(name: String) throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    folder.caderno("run", "lesson.md")
    #expect(
      folder.caderno("diff", name, name)
        == ProgramResult(status: 0, output: "1 equal, 0 different\n"))
  }

  @Test(arguments: ["lesson.md", "latest~1", "lesson.md@latest~1"])
  func `finds what two runs have apart`(first: String) throws {
    let folder = try Self.twoRuns()
    if first == "lesson.md" { folder.caderno("run", "lesson.md", "--quiet") }
    if first == "lesson.md" { folder.caderno("run", "lesson.md", "--seed", "7", "-o", "x.html") }
    let result = folder.caderno("diff", first, "latest", "--summary")
    #expect(result.status == 1)
    #expect(result.output.contains("t (fit): different\ne (evaluate): different\n"))
  }

  @Test func `names the seed once, before its effects`() throws {
    let folder = try Self.twoRuns()
    let result = folder.caderno("diff", "latest~1", "latest")
    #expect(result.status == 1)
    let head = """
      seed: 0 → 7
      t (fit): different
        because: seed: 0 → 7
      """
    #expect(result.output.hasPrefix(head))
    #expect(folder.caderno("diff", "latest~1", "latest", "--atol", "1e9", "--quiet").status == 0)
  }

  @Test func `takes the beginning of an id, and a record`() throws {
    let folder = try Self.twoRuns()
    let ids = folder.shell("ls .caderno/runs").output.split(separator: "\n").map(String.init)
    #expect(folder.caderno("diff", String(ids[0].dropLast(1)), ids[0]).status == 0)
    let path = ".caderno/runs/\(ids[0])/record.json"
    #expect(folder.caderno("diff", path, ids[0]).status == 0)
    let ambiguous = folder.caderno("diff", "2", ids[0])
    #expect(
      ambiguous
        == ProgramResult(
          status: 2,
          errors: """
            caderno: error: '2' begins 2 ids [ambiguous-run]
              hint: such as \(ids[1]) and \(ids[0])

            """))
  }

  @Test func `takes a revision from git`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training("epochs: 1")])
    folder.caderno("run", "lesson.md")
    let commit = folder.shell(
      """
      git init -q . && git add lesson.md lesson.files &&
      git -c user.name=a -c user.email=a@example.org commit -qm first
      """)
    #expect(commit.status == 0)
    try folder.edit("lesson.md", "epochs: 1", "epochs: 2")
    folder.caderno("run", "lesson.md")
    let result = folder.caderno("diff", "git:HEAD:lesson.md", "lesson.md")
    #expect(result.status == 1)
    #expect(
      result.output.hasPrefix(
        "t (fit): different, edited\n  because: option epochs: 1 → 2\n"))
    let missing = folder.caderno("diff", "git:HEAD:other.md", "lesson.md")
    #expect(missing.status == 2)
    let text = "caderno: error: git has no 'other.md' at revision 'HEAD' [unknown-revision]\n"
    #expect(missing.errors.hasSuffix(text))
  }

  @Test func `passes no option on to git`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    let result = folder.caderno("diff", "git:--output=x:lesson.md", "lesson.md")
    #expect(result.status == 2)
    #expect(!folder.exists("x:lesson.md"))
  }

  @Test func `says what names a run where nothing does`() throws {
    let folder = try LessonFolder()
    let hint =
      "a run's id, latest, latest~1, lesson.md, lesson.md@latest~1, record.json, git:REV:PATH"
    #expect(
      folder.caderno("diff", "latest", "latest~1")
        == ProgramResult(
          status: 2,
          errors: """
            caderno: error: no run, notebook or record 'latest' [unknown-run]
              hint: \(hint)

            """))
  }

  @Test(arguments: [
    ("{", "[record-not-json]"),
    (
      "{}",
      "caderno: error: record.json: the run record is damaged at schemaVersion: missing "
        + "[record-malformed]\n"
    ),
    ("{\"schemaVersion\": 99}", "[record-newer-schema]"),
  ])
  func `says what is wrong with a record`(text: String, message: String) throws {
    let folder = try LessonFolder(["record.json": text])
    let result = folder.caderno("diff", "record.json", "record.json")
    #expect(result.status == 2)
    #expect(result.errors.contains(message))
  }

  @Test func `calls the same key with other outputs an error of the engine`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    folder.caderno("run", "lesson.md")
    let id = folder.shell("ls .caderno/runs").output.dropLast()
    let path = ".caderno/runs/\(id)/record.json"
    let record = try folder.text(path)
    let loss = try #require(record.firstMatch(of: /"value" : (0?[1-9.]\d*\.\d+)/)).1
    try folder.write(record.replacingOccurrences(of: loss, with: "9\(loss)"), to: "record.json")
    let result = folder.caderno("diff", path, "record.json")
    #expect(result.status == 1)
    let words =
      "nothing changed, yet the outputs differ: this is an error of the engine, please report it"
    #expect(result.output.contains("  because: \(words)\n"))
  }

  @Test func `writes a page that loads nothing and runs nothing`() throws {
    let folder = try Self.twoRuns()
    folder.caderno("diff", "latest~1", "latest", "--html", "diff.html")
    let page = try folder.text("diff.html")
    #expect(page.contains("Above, both runs: A dashed, B solid. Below, B − A."))
    #expect(!page.contains("<script"))
    #expect(page.contains("content=\"default-src 'none'; style-src 'sha256-"))
    let outside = page.matches(of: /(?:src|href)="(?!data:|#)[^"]*"/).map { String($0.0) }
    #expect(outside == [])
  }

  @Test func `refuses a record whose epochs lack numbers`() throws {
    let folder = try Self.twoRuns()
    let id = folder.shell("ls .caderno/runs | tail -1").output.dropLast()
    let path = ".caderno/runs/\(id)/record.json"
    var record = try RunRecord(json: Array(folder.text(path).utf8))
    let fit = try #require(record.tasks.firstIndex { $0.id == "t" })
    for index in record.tasks[fit].outputs.indices {
      guard case .history(var history) = record.tasks[fit].outputs[index] else { continue }
      history.rows = [[], [1]]
      record.tasks[fit].outputs[index] = .history(history)
    }
    try folder.write(record.json(), to: path)
    for words in [["diff", path, "lesson.md"], ["diff", path, path, "--html", "diff.html"]] {
      let result = folder.start(words).finish()
      #expect(result.status == 2 && result.errors.contains("[record-malformed]"), "\(words)")
    }
    #expect(folder.caderno("render", "lesson.md").status >= 0)
  }

  @Test func `lays the drawings of two notebooks over each other in its page`() throws {
    let lesson = Lessons.training().replacingOccurrences(
      of: "data: d.test", with: "data: d.test\nconfusion: true")
    let folder = try LessonFolder(["a.md": lesson, "b.md": lesson])
    folder.caderno("run", "a.md")
    folder.caderno("run", "b.md", "--seed", "7")
    // With the records of the runs the page would draw of their numbers.
    #expect(folder.shell("rm -r .caderno").status == 0)
    #expect(folder.caderno("diff", "a.md", "b.md", "--html", "diff.html").status == 1)
    let page = try folder.text("diff.html")
    #expect(page.contains("<div class=\"blend\"><img src=\"data:image/svg+xml;base64,"))
    #expect(page.contains("<figcaption>Where the drawings differ</figcaption>"))
  }

  @Test func `finds nothing between runs on other threads, without the cache`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    folder.caderno("run", "lesson.md", "--threads", "1")
    folder.caderno("run", "lesson.md", "--no-cache", "--threads", "2")
    #expect(
      folder.caderno("diff", "latest~1", "latest")
        == ProgramResult(status: 0, output: "4 equal, 0 different\n"))
  }

  @Test func `gives a directive the room that it asks for`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    let other = Lessons.training().replacingOccurrences(of: "#e}", with: "#e tolerance=1}")
    try folder.write(other, to: "other.md")
    folder.caderno("run", "lesson.md")
    folder.caderno("run", "other.md", "--seed", "9")
    let result = folder.caderno("diff", "lesson.md@latest", "other.md@latest", "--summary")
    #expect(result.output.contains("e (evaluate): within tolerance, edited\n"))
    #expect(result.output.contains("t (fit): different\n"))
  }

  @Test func `refuses a record with more than a lesson can have`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    folder.caderno("run", "lesson.md")
    let id = folder.shell("ls .caderno/runs").output.dropLast()
    var record = try RunRecord(json: Array(folder.text(".caderno/runs/\(id)/record.json").utf8))
    record.tasks = (0...10_000).map { number in
      var task = record.tasks[0]
      (task.id, task.outputs) = ("m\(number)", [])
      return task
    }
    try folder.write(record.json(), to: "record.json")
    #expect(
      folder.caderno("diff", "record.json", "latest")
        == ProgramResult(
          status: 2,
          errors:
            "caderno: error: record.json: 10001 directives or outputs are too many to compare "
            + "(at most 10000) [run-too-large]\n"))
  }

  @Test func `writes no color into a pipe, and on demand`() throws {
    let folder = try Self.twoRuns()
    #expect(!folder.caderno("diff", "latest~1", "latest").output.contains("\u{1B}"))
    let painted = folder.caderno("diff", "latest~1", "latest", "--color", "always").output
    #expect(painted.contains("\u{1B}[1;31m"))
  }

  /// A lesson with two runs that differ by their seed.
  private static func twoRuns() throws -> LessonFolder {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    folder.caderno("run", "lesson.md")
    folder.caderno("run", "lesson.md", "--seed", "7", "-o", "other.html")
    return folder
  }
}
