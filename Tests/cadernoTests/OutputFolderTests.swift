import Foundation
import Testing

struct `Outputs in a folder` {
  private func course() throws -> LessonFolder {
    try LessonFolder([
      "course/a.md": FolderFiles.figure, "course/x/a.md": FolderFiles.figure,
      "course/x/y/b.md": FolderFiles.value,
    ])
  }

  @Test(arguments: [[], ["--jobs", "2"]])
  func `lie in the subfolders of their lessons`(more: [String]) throws {
    let folder = try course()
    let words = ["run", "course", "-o", "out", "--to", "md,html", "--quiet"] + more
    #expect(folder.start(words).finish() == ProgramResult(status: 0))
    let made = try folder.contents().keys.filter { $0.hasPrefix("out/") }.sorted()
    #expect(
      made == [
        "out/a.files/f-samples.svg", "out/a.html", "out/a.md", "out/x/a.files/f-samples.svg",
        "out/x/a.html", "out/x/a.md", "out/x/y/b.html", "out/x/y/b.md",
      ])
    #expect(try folder.text("course/x/a.md") == FolderFiles.figure)
  }

  @Test(arguments: [
    (["course/a.md", "course/x/a.md"], ["a.md", "x/a.md"]),
    (["./course/x/a.md", "course/x/y/../y/b.md"], ["a.md", "y/b.md"]),
    (["course/x/a.md"], ["a.md"]), (["course/x/a.md", "course/x/../x/a.md"], ["a.md"]),
    (["course/x", "course/a.md"], ["a.md", "x/a.md", "x/y/b.md"]),
  ])
  func `lie below what the names have in common`(names: [String], expected: [String]) throws {
    let folder = try course()
    let result = folder.start(["run"] + names + ["-o", "out/", "--to", "md", "--quiet"]).finish()
    #expect(result == ProgramResult(status: 0))
    let made = try folder.contents().keys.filter { $0.hasPrefix("out/") && $0.hasSuffix(".md") }
    #expect(made.sorted() == expected.map { "out/\($0)" })
    // The same names, whoever makes the page.
    #expect(folder.start(["run"] + names + ["--quiet"]).finish().status == 0)
    let page = folder.start(["render"] + names + ["-o", "pages", "--to", "html", "--quiet"])
      .finish()
    #expect(page == ProgramResult(status: 0))
    let pages = try folder.contents().keys.filter { $0.hasPrefix("pages/") }
    #expect(pages.sorted() == expected.map { "pages/\($0.dropLast(2))html" })
  }

  /// Files, the command, and what is said.
  static let clashes: [(files: [String: String], words: [String], message: String, hint: String)] =
    [
      (
        ["a.md": FolderFiles.value, "a.ipynb": FolderFiles.notebook], ["run", ".", "-o", "out"],
        "a.ipynb and a.md would both be written to out/a.md",
        "run them one by one, each with an --output of its own"
      ),
      (
        ["a.md": FolderFiles.value, "a.markdown": FolderFiles.value],
        ["run", "a.md", "a.markdown", "-o", "out", "--to", "txt", "--jobs", "2"],
        "a.md and a.markdown would both be written to out/a.txt",
        "run them one by one, each with an --output of its own"
      ),
      (
        ["a.md": FolderFiles.value, "a.ipynb": FolderFiles.notebook],
        ["render", "a.md", "a.ipynb"],
        "a.md and a.ipynb would both be written to a.html",
        "run them one by one, each with an --output of its own"
      ),
      (
        ["a.md": FolderFiles.value], ["run", "a.md", "-o", ".", "--to", "md"],
        "the outputs of a.md would be written over the lesson a.md",
        "name another folder or file after --output"
      ),
      (
        ["x/a.md": FolderFiles.value, "a.md": FolderFiles.value],
        ["run", "x/a.md", "-o", "./x/../x/a.md"],
        "the outputs of x/a.md would be written over the lesson x/a.md",
        "name another folder or file after --output"
      ),
    ]

  @Test(arguments: clashes.indices)
  func `never clash: that is said before anything runs`(index: Int) throws {
    let clash = Self.clashes[index]
    let folder = try LessonFolder(clash.files)
    let before = try folder.contents()
    let result = folder.start(clash.words).finish()
    let message = "caderno: error: \(clash.message) [output-clash]\n  hint: \(clash.hint)\n"
    #expect(result == ProgramResult(status: 2, errors: message))
    #expect(try folder.contents() == before)
    #expect(!folder.exists(".caderno"))
  }

  @Test func `are no lessons themselves`() throws {
    let folder = try LessonFolder(["a.md": FolderFiles.value, "x/b.md": FolderFiles.value])
    for _ in 0..<2 {
      let words = ["run", ".", "-o", "x/out/", "--to", "md", "--quiet"]
      #expect(folder.start(words).finish() == ProgramResult(status: 0))
    }
    let made = try folder.contents().keys.filter { $0.hasPrefix("x/out/") }.sorted()
    #expect(made == ["x/out/a.md", "x/out/x/b.md"])
  }

  @Test func `are never written over a notebook of somebody's unless that is asked for`() throws {
    let folder = try LessonFolder(["a.md": FolderFiles.value, "out/a.ipynb": FolderFiles.notebook])
    let words = ["run", "a.md", "-o", "out", "--to", "ipynb,html", "--quiet"]
    let refused = ProgramResult(
      status: 2,
      errors: """
        caderno: error: out/a.ipynb: there is such a file already, and it may be somebody's work [file-exists]
          hint: --force overwrites it

        """)
    #expect(folder.start(words).finish() == refused)
    #expect(try folder.text("out/a.ipynb") == FolderFiles.notebook)
    #expect(!folder.exists("out/a.html") && !folder.exists(".caderno"))
    #expect(folder.start(words + ["--force"]).finish() == ProgramResult(status: 0))
    // What Caderno made it makes anew, after an edit of the lesson too.
    try folder.edit("a.md", "value: 1", "value: 2")
    #expect(folder.start(words).finish() == ProgramResult(status: 0))
    // It is somebody's again once anything in it was changed.
    try folder.edit("out/a.ipynb", "value: 2", "value: 3")
    #expect(folder.start(words).finish() == refused)
    folder.caderno("run", "a.md", "--quiet")
    let render = ["render", "a.md", "-o", "out", "--to", "ipynb", "--quiet"]
    #expect(folder.start(render).finish() == refused)
    #expect(folder.start(render + ["--force"]).finish() == ProgramResult(status: 0))
  }

  /// With and without a record of a run that had the text.
  @Test(arguments: ["a.md", "prose.md", "a.ipynb"], ["out", "out/in"])
  func `are made anew from a lesson that was edited since, until somebody changes them`(
    lesson: String, output: String
  ) throws {
    let folder = try LessonFolder([
      "a.md": "# One\n\n\(FolderFiles.value)", "prose.md": "# One\n",
      "a.ipynb": FolderFiles.notebook,
    ])
    folder.caderno("run", "a.md", "--quiet")
    let words = ["render", lesson, "-o", output, "--to", "md,html,txt", "--quiet"]
    let name = lesson.split(separator: ".")[0]
    for text in ["One", "Two", "Three"] {
      if lesson.hasSuffix("md"), text != "One" {
        try folder.write(try folder.text(lesson).replacing(/# \w+/, with: "# \(text)"), to: lesson)
      }
      #expect(folder.start(words).finish() == ProgramResult(status: 0))
      let made = try folder.text("\(output)/\(name).md")
      #expect(!lesson.hasSuffix("md") || made.contains(text))
    }
    try folder.write(
      try folder.text("\(output)/\(name).md") + "Mine.\n", to: "\(output)/\(name).md")
    #expect(folder.start(words).finish().status == 2)
    #expect(try folder.text("\(output)/\(name).md").hasSuffix("Mine.\n"))
  }

  @Test func `are never written over Markdown beside a notebook unless that is asked for`() throws {
    let folder = try LessonFolder(["a.md": FolderFiles.value, "a.ipynb": FolderFiles.notebook])
    let words = ["render", "a.ipynb", "--to", "md", "--quiet"]
    let refused = ProgramResult(
      status: 2,
      errors: """
        caderno: error: a.md: there is such a file already, and it may be somebody's work [file-exists]
          hint: --force overwrites it

        """)
    #expect(folder.start(words).finish() == refused)
    #expect(folder.start(["run", "a.ipynb", "-o", ".", "--to", "md"]).finish() == refused)
    #expect(try folder.text("a.md") == FolderFiles.value)
    #expect(folder.start(words + ["--force"]).finish() == ProgramResult(status: 0))
  }

  /// The formats, and what somebody puts into a file of Caderno's.
  @Test(arguments: [
    ("md", "# Mine\n"), ("html", "<h1>Mine</h1>"), ("txt", "Mine"), ("ipynb", "{}"),
  ])
  func `are never written over a file of somebody's, whatever its format`(
    format: String, mine: String
  ) throws {
    let folder = try LessonFolder(["a.md": FolderFiles.value, "out/a.\(format)": mine])
    let words = ["run", "a.md", "-o", "out", "--to", format, "--quiet"]
    let refused = ProgramResult(
      status: 2,
      errors: """
        caderno: error: out/a.\(format): there is such a file already, and it may be somebody's work [file-exists]
          hint: --force overwrites it

        """)
    #expect(folder.start(words).finish() == refused)
    #expect(try folder.text("out/a.\(format)") == mine)
    #expect(folder.start(words + ["--force"]).finish() == ProgramResult(status: 0))
    #expect(folder.start(words).finish() == ProgramResult(status: 0))
    try folder.edit("a.md", "A number", "Another number")
    #expect(folder.start(words).finish() == ProgramResult(status: 0))
    // A file that somebody named himself is his to overwrite.
    try folder.write(mine, to: "out/a.\(format)")
    let named = ["run", "a.md", "-o", "out/a.\(format)", "--quiet"]
    #expect(folder.start(named).finish() == ProgramResult(status: 0))
    #expect(try folder.text("out/a.\(format)") != mine)
  }

  @Test(arguments: ["Mine.\n", "value: 3"])
  func `are somebody's where he changed a made lesson's text or outputs`(edit: String) throws {
    let folder = try LessonFolder(["a.md": FolderFiles.value])
    let words = ["run", "a.md", "-o", "out", "--to", "md", "--quiet"]
    #expect(folder.start(words).finish() == ProgramResult(status: 0))
    let text = try folder.text("out/a.md")
    try folder.write(
      edit == "Mine.\n" ? text + edit : text.replacing("\n| 1", with: "\n| 3"), to: "out/a.md")
    #expect(folder.start(words).finish().status == 2)
  }

  @Test(arguments: [true, false])
  func `are taken over from a folder that the first version named without an extension`(
    isShared: Bool
  ) throws {
    let folder = try LessonFolder(["a.md": FolderFiles.figure])
    folder.caderno("run", "a.md", "--quiet")
    let text = try folder.text("a.md")
    try folder.write(text, to: "a.markdown")
    if !isShared { _ = folder.shell("rm a.md") }
    #expect(folder.caderno("run", "a.markdown", "--quiet") == ProgramResult(status: 0))
    #expect(folder.exists("a.markdown.files/f-samples.svg"))
    #expect(folder.exists("a.files/f-samples.svg") == isShared)
    #expect(folder.exists("a.files") == isShared)
  }
}
