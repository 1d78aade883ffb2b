import Foundation
import Testing

struct `What a run says` {
  @Test func `is a line for each epoch and directive where nobody watches`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training("epochs: 2")])
    let result = folder.caderno("run", "lesson.md")
    #expect(result.output == "")
    let number = /\d+\.\d+/
    #expect(
      result.errors.replacing(number, with: "N") == """
        d: ok (N s)
        m: ok (N s)
        t: epoch 1/2: loss N  accuracy N
        t: epoch 2/2: loss N  accuracy N
        t: ok (N s)
        e: ok (N s)
        wrote lesson.md, 1 figure in lesson.files

        """)
    let again = folder.caderno("run", "lesson.md")
    #expect(again.errors.hasSuffix("\nlesson.md: nothing changed\n"))
    try folder.write("", to: "lesson.files/t-curves.svg")
    let mended = folder.caderno("run", "lesson.md")
    #expect(mended.errors.hasSuffix("\nwrote 1 figure in lesson.files\n"))
    try folder.write(Lessons.training("epochs: 2"), to: "lesson.md")
    #expect(folder.caderno("accept", "lesson.md").errors == "wrote lesson.md\n")
    #expect(folder.caderno("accept", "lesson.md").errors == "lesson.md: nothing changed\n")
  }

  @Test(arguments: [
    "```yaml {.data #d}\ndataset: mnist\nlimit: 20\n```\n",
    "```python {.keras}\nfrom keras.datasets import mnist\nmnist.load_data()[0][0].shape\n```\n",
  ])
  func `is that one data set stood in for another`(lesson: String) throws {
    let folder = try LessonFolder(["lesson.md": lesson])
    let words =
      "mnist was not found; digits stands in for it, so numbers differ from the real ones.\n"
    for _ in 0..<2 {
      let result = folder.caderno("run", "lesson.md", "--offline", "--fallback-data", "digits")
      #expect(result.status == 0)
      #expect(result.errors.split(separator: words, omittingEmptySubsequences: false).count == 2)
    }
  }

  @Test func `is in the language of the lesson`() throws {
    let lesson = "---\nlang: pt-BR\n---\n" + Lessons.training()
    let folder = try LessonFolder(["aula.md": lesson])
    let said = folder.caderno("run", "aula.md").errors
    #expect(said.contains("t: época 1/1: loss "))
    #expect(said.hasSuffix("\ngravado: aula.md, 1 figura em aula.files\n"))
    #expect(folder.caderno("run", "aula.md").errors.hasSuffix("\naula.md: nada mudou\n"))
  }

  @Test func `is nothing where it is to be quiet`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    #expect(folder.caderno("run", "lesson.md", "--quiet") == ProgramResult(status: 0))
  }

  @Test(arguments: [
    ("auto", [:], false), ("always", [:], true), ("never", [:], false),
    ("always", ["NO_COLOR": "1"], true), ("auto", ["NO_COLOR": "1"], false),
  ])
  func `has color where it is asked for`(
    choice: String, environment: [String: String], isColored: Bool
  ) throws {
    let folder = try LessonFolder()
    let result = folder.caderno("run", "no.md", "--color", choice, environment: environment)
    let word = isColored ? "\u{1B}[1;31merror\u{1B}[0m" : "error"
    #expect(
      result.errors == "caderno: \(word): no.md: there is no such file [file-missing]\n")
  }

  @Test func `is one JSON object a line for programs`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.training()])
    let result = folder.caderno("run", "lesson.md", "--json")
    #expect(result.errors == "")
    let lines = try objects(result.output)
    #expect(lines.first == ["event", "notebook", "directives"])
    #expect(lines.last == ["event", "notebook", "exitCode"])
    #expect(
      Set(lines) == [
        ["event", "notebook", "directives"], ["event", "id", "kind", "index"],
        ["event", "id", "phase", "epoch", "epochs", "done", "total", "metrics"],
        ["event", "id", "status", "seconds"], ["event", "notebook", "exitCode"],
      ])
  }

  @Test func `names directives that are skipped`() throws {
    let lesson = Lessons.summary + "```yaml {.summary #s skip=true}\nmodel: m\n```\n"
    let folder = try LessonFolder(["lesson.md": lesson])
    let lines = folder.caderno("run", "lesson.md", "--json").output.split(separator: "\n")
    #expect(
      lines.suffix(3).dropLast() == [
        #"{"event":"step-started","id":"s","index":1,"kind":"summary"}"#,
        #"{"event":"step-finished","id":"s","seconds":0,"status":"skipped"}"#,
      ])
  }

  @Test func `is a JSON object for each finding`() throws {
    let lesson = "```python {.model #m}\nDens(3)\n```\n"
    let folder = try LessonFolder(["lesson.md": lesson])
    let output = #"""
      {"code":"unknown-layer","column":1,"event":"diagnostic","file":"lesson.md","hint":"did you mean 'Dense'?","line":2,"message":"unknown layer 'Dens'","severity":"error"}
      {"event":"finished","exitCode":2,"notebook":"lesson.md"}

      """#
    for command in ["lint", "run"] {
      #expect(folder.caderno(command, "lesson.md", "--json").output == output)
    }
  }

  /// The names in each line's object.
  private func objects(_ output: String) throws -> [Set<String>] {
    try output.split(separator: "\n").map { line in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return Set(try #require(value as? [String: Any]).keys)
    }
  }
}
