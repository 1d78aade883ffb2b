import Foundation
import Testing

struct `Lessons of one name` {
  @Test func `share neither figures nor history`() throws {
    let other = FolderFiles.figure.replacing("count: 2", with: "count: 3")
    let folder = try LessonFolder(["a.md": FolderFiles.figure, "a.markdown": other])
    for name in ["a.md", "a.markdown"] { folder.caderno("run", name, "--quiet") }
    #expect(try folder.text("a.md").contains("](a.files/f-samples.svg)"))
    #expect(try folder.text("a.markdown").contains("](a.markdown.files/f-samples.svg)"))
    #expect(folder.caderno("check", "a.md", "a.markdown", "--quiet").status == 0)
    let first = try folder.text("a.files/f-samples.svg")
    #expect(try folder.text("a.markdown.files/f-samples.svg") != first)
    folder.caderno("clean", "a.markdown")
    #expect(!folder.exists("a.markdown.files"))
    #expect(try folder.text("a.files/f-samples.svg") == first)
    #expect(folder.caderno("history", "a.md").output.split(separator: "\n").count == 3)
    #expect(try folder.text("a.markdown") == other)
  }

  @Test func `accept none of each other's results`() throws {
    let folder = try LessonFolder(["a.md": FolderFiles.value, "a.ipynb": FolderFiles.notebook])
    folder.caderno("run", "a.ipynb", "--quiet")
    let result = folder.caderno("accept", "a.md")
    #expect(result.status == 2 && result.errors.contains("a.md: no run is recorded [no-record]"))
  }
}

struct `A folder` {
  private func course() throws -> LessonFolder {
    try LessonFolder([
      "c/a.md": FolderFiles.value, "c/b.markdown": FolderFiles.value,
      "c/x/n.ipynb": FolderFiles.notebook,
      "c/s.py": FolderFiles.script, "c/README.md": "# Prose\n", "c/tool.py": "print('no lesson')\n",
      "c/r.ipynb": FolderFiles.notebook.replacing(
        "\"metadata\": {}, \"nbformat\"",
        with: "\"metadata\": {\"language_info\": {\"name\": \"R\"}}, \"nbformat\""),
      "c/.hidden/a.md": FolderFiles.value,
    ])
  }

  @Test func `means all its lessons in run, check, lint, clean, render and history`() throws {
    let folder = try course()
    let before = try folder.contents()
    let lint = folder.caderno("lint", "c")
    #expect(
      lint
        == ProgramResult(
          status: 0,
          errors: """
            c/a.md: fine (1 directive)
            c/b.markdown: fine (1 directive)
            c/s.py: fine (1 directive)
            c/x/n.ipynb: fine (1 directive)

            """))
    let run = folder.caderno("run", "c", "--quiet")
    #expect(run == ProgramResult(status: 0, output: "from a script\n"))
    let changed = try folder.contents().filter { before[$0.key] != $0.value }.keys
      .filter { !$0.contains("/.caderno/") }
    #expect(changed.sorted() == ["c/a.md", "c/b.markdown", "c/x/n.ipynb"])
    let check = folder.caderno("check", "c")
    #expect(check.status == 0)
    #expect(
      check.output == """
        c/a.md: 1 equal, 0 different
        c/b.markdown: 1 equal, 0 different
        c/x/n.ipynb: 1 equal, 0 different

        """)
    #expect(check.errors.contains("c/s.py: no outputs stand in it, nothing to compare\n"))
    let history = folder.caderno("history", "c", "--json")
    let rows = try JSONSerialization.jsonObject(with: Data(history.output.utf8)) as? [[String: Any]]
    let names = rows?.compactMap { $0["notebook"] as? String }
    #expect(
      names == [
        "c/a.md", "c/a.md", "c/b.markdown", "c/b.markdown", "c/s.py", "c/x/n.ipynb", "c/x/n.ipynb",
      ])
    let render = folder.caderno("render", "c", "-o", "out", "--to", "html")
    #expect(
      render
        == ProgramResult(
          status: 0,
          errors: "wrote out/a.html\nwrote out/b.html\nwrote out/s.html\nwrote out/x/n.html\n"))
    #expect(try folder.text("out/s.html").contains("from a script"))
    #expect(folder.caderno("clean", "c") == ProgramResult(status: 0))
    let cleaned = try folder.contents().filter { $0.key.hasPrefix("c/") }
    for (name, bytes) in before where !name.hasSuffix("ipynb") { #expect(cleaned[name] == bytes) }
    #expect(try !folder.text("c/x/n.ipynb").contains("42"))
  }

  @Test func `has its broken notebooks named`() throws {
    let folder = try LessonFolder(["c/a.md": FolderFiles.value, "c/b.ipynb": "{"])
    let result = folder.caderno("lint", "c")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("c/a.md: fine (1 directive)\nc/b.ipynb:1:2: error: "))
  }

  @Test func `says which of its lessons never ran`() throws {
    let folder = try LessonFolder(["c/a.md": FolderFiles.value, "c/b.md": FolderFiles.value])
    folder.caderno("run", "c/b.md", "--quiet")
    let result = folder.caderno("history", "c")
    #expect(result.status == 0)
    #expect(result.errors == "c/a.md: no run is recorded\n")
    let lines = result.output.split(separator: "\n")
    #expect(lines.first == "c/b.md:" && lines.count == 3)
  }

  @Test func `has no plot of all its lessons together`() throws {
    let folder = try LessonFolder(["c/a.md": FolderFiles.value, "c/b.md": FolderFiles.value])
    folder.caderno("run", "c", "--quiet")
    let result = folder.caderno("history", "c", "--plot", "p.svg")
    let message = "caderno: error: --plot is of one notebook, and here are 2 [many-notebooks]\n"
    #expect(result == ProgramResult(status: 2, errors: message))
  }
}

struct `A page of prose` {
  private let page = "---\ntitle: Preface\n---\n\nNo directive, *only* words.\n"

  @Test func `is rendered, checked and converted`() throws {
    let folder = try LessonFolder(["a.md": page])
    #expect(folder.caderno("render", "a.md") == ProgramResult(status: 0, errors: "wrote a.html\n"))
    let html = try folder.text("a.html")
    #expect(html.contains("<title>Preface</title>") && html.contains("<em>only</em> words."))
    #expect(!html.contains("seed 0"))
    #expect(
      folder.caderno("check", "a.md", "--junit", "j.xml")
        == ProgramResult(
          status: 0, errors: "a.md: no outputs stand in it, nothing to compare\n"))
    #expect(
      try folder.text("j.xml").contains(
        "<testsuite name=\"a.md\" tests=\"0\" failures=\"0\" errors=\"0\" time=\"0\"/>"))
    let json = folder.caderno("check", "a.md", "--json", "--quiet").output
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(read?.first?["isSkipped"] as? Bool == false && read?.first?["comparison"] == nil)
    #expect(folder.caderno("check", "a.md", "--annotations", "github", "--quiet").output.isEmpty)
    #expect(folder.caderno("convert", "a.md", "a.ipynb").status == 0)
    #expect(folder.caderno("convert", "a.ipynb", "b.md").status == 0)
    #expect(try folder.text("b.md") == page)
  }

  @Test func `is told in its own language that there is nothing to compare`() throws {
    let folder = try LessonFolder(["a.md": "---\nlang: pt\n---\n\nSó palavras.\n"])
    #expect(
      folder.caderno("check", "a.md").errors == "a.md: não contém resultados, nada a comparar\n")
  }
}
