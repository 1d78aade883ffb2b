import Foundation
import Testing

struct `Many notebooks` {
  private let folder: LessonFolder

  init() throws {
    folder = try LessonFolder([
      "a.md": Lessons.training(), "b.md": Lessons.summary, "notes.md": "# No directive here\n",
      "c.md": "```yaml {.fit}\nmodel: no\n```\n",
    ])
  }

  @Test func `run in processes of their own, and one that fails stops no other`() throws {
    let result = folder.caderno("run", ".", "--jobs", "2")
    #expect(result.status == 2)
    #expect(result.errors.hasSuffix("2 of 3 notebooks ran\nfailed: c.md\n"))
    #expect(result.errors.contains("b.md: ok ("))
    #expect(try folder.text("a.md").contains("<!-- caderno:out id=e "))
    #expect(try folder.text("b.md").contains("<!-- caderno:out id=m "))
  }

  @Test func `give the same bytes at once as one by one`() throws {
    let other = try LessonFolder(["a.md": Lessons.training(), "b.md": Lessons.summary])
    other.caderno("run", "a.md", "b.md")
    folder.caderno("run", ".", "--jobs", "3")
    for name in ["a.md", "b.md"] { #expect(try folder.text(name) == other.text(name)) }
  }

  @Test func `train what they share once`() throws {
    try folder.write(Lessons.training(), to: "d.md")
    let first = folder.start(["run", "a.md"])
    let second = folder.start(["run", "d.md"])
    let ends = [first.finish(), second.finish()]
    #expect(ends.map(\.status) == [0, 0])
    #expect(ends.contains { $0.errors.contains("t: cached (") })
    #expect(folder.caderno("diff", "a.md", "d.md").status == 0)
  }

  @Test func `are found in folders alone`() throws {
    let empty = try LessonFolder(["notes.md": "# Nothing\n"])
    let result = empty.caderno("run", ".")
    #expect(result.status == 2)
    #expect(
      result.errors == """
        caderno: error: .: no lesson in this folder [no-lessons]
          hint: a lesson is a Markdown file with a directive, a Jupyter notebook with code, or a script with Jupytext's header

        """)
  }

  /// The lessons would take minutes; the first is heard of, then the parent alone is told to stop.
  @Test(arguments: [SIGINT, SIGTERM])
  func `are all told to stop where the one that started them is`(signal: Int32) throws {
    let long = Lessons.training("epochs: 100000")
    let folder = try LessonFolder(["a.md": long, "b.md": long])
    let program = folder.start(["run", ".", "--jobs", "1"])
    while !folder.exists(".caderno/cache/training") { sched_yield() }
    program.send(signal)
    let result = program.finish()
    #expect(result.status == 130)
    #expect(result.errors.hasPrefix("a.md: exit 130 ("))
    #expect(
      result.errors.contains("interrupted; the outputs of 2 finished directives are kept\n"))
    #expect(result.errors.hasSuffix("0 of 2 notebooks ran\nfailed: a.md\n"))
    #expect(try folder.text("a.md").contains("<!-- caderno:out id=d "))
    #expect(try folder.text("b.md") == long)
  }

  @Test func `have no dependency file in common`() throws {
    let result = folder.caderno("run", ".", "--depfile", "all.d")
    let message =
      "caderno: error: --depfile is of one notebook, and this folder has more [many-notebooks]\n"
    #expect(result == ProgramResult(status: 2, errors: message))
    #expect(!folder.exists("all.d"))
  }

  @Test func `tell make what a page depends on`() throws {
    let result = folder.caderno(
      "run", "b.md", "-o", "out/b page.html", "--depfile", "b.d", "--quiet")
    #expect(result.status == 0)
    #expect(try folder.text("b.d") == "out/b\\ page.html: b.md\n")
  }

  /// Make itself says what the rule means: one that is up to date is not made again.
  @Test(arguments: ["a b", "a:b", "a#b", "a$b", "a[b", "a*b", "a'b", "a(b", "a&b", "~a"])
  func `tell make so whatever the lesson's name is`(name: String) throws {
    let folder = try LessonFolder(["\(name).md": Lessons.summary])
    let page = "out/\(name).html"
    let result = folder.caderno("run", "./\(name).md", "-o", page, "--depfile", "b.d", "--quiet")
    #expect(result == ProgramResult(status: 0))
    try folder.write("include b.d\nout/%.html:\n\t@true\n", to: "Makefile")
    try folder.write("", to: "out/axb.html")
    #expect(folder.shell("make -q -f Makefile").status == 0)
    _ = folder.shell("touch -d 2001-01-01T00:00:00 out/*.html")
    #expect(folder.shell("make -q -f Makefile").status == 1)
  }

  @Test(arguments: [("a\nb", "\n"), ("a;b", ";"), ("a=b", "="), ("a|b", "|"), ("a%b", "%")])
  func `say before they run which name no rule can hold`(name: String, mark: String) throws {
    let folder = try LessonFolder(["\(name).md": Lessons.summary])
    let result = folder.caderno("run", "\(name).md", "--depfile", "b.d")
    let words = "can't stand in a rule for make or ninja: it contains"
    let message =
      "\("\(name).md".debugDescription) \(words) \(mark.debugDescription) [depfile-name]"
    #expect(result == ProgramResult(status: 2, errors: "caderno: error: \(message)\n"))
    #expect(!folder.exists(".caderno"))
  }
}

struct `A notebook's past` {
  @Test func `lists its runs and draws a metric`() throws {
    let folder = try LessonFolder(["a.md": Lessons.training(), "b.md": Lessons.training()])
    #expect(
      folder.caderno("history", "a.md").errors == """
        caderno: error: a.md: no run is recorded [no-record]
          hint: run it first: caderno run a.md

        """)
    for seed in ["1", "2"] { folder.caderno("run", "a.md", "--seed", seed, "--quiet") }
    folder.caderno("run", "b.md", "--quiet")
    let result = folder.caderno("history", "a.md", "--metric", "e.accuracy", "--plot", "p.svg")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("run ") == true && lines.first?.hasSuffix("e.accuracy") == true)
    #expect(try folder.text("p.svg").contains("e.accuracy"))
    #expect(
      folder.caderno("history", "a.md", "--metric", "no").errors == """
        caderno: error: no run has a metric 'no' [unknown-metric]
          hint: there are t.loss, t.accuracy, e.loss, e.accuracy

        """)
    let json = folder.caderno("history", "a.md", "--json", "--last", "1").output
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(read?.count == 1 && read?.first?["seed"] as? Int == 2)
  }
}
