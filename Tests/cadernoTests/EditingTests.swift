import Foundation
import Testing

struct `An author who saves during the run` {
  /// More events than a pipe holds: the program waits in the fit until they are read.
  private let lesson = Lessons.training("epochs: 8", "batch_size: 1")

  @Test func `loses nothing, and gets the outputs too`() throws {
    let folder = try LessonFolder(["lesson.md": lesson])
    let result = try run(in: folder) { $0 + "Typed while it ran.\n" }
    #expect(result.status == 0)
    #expect(result.errors == "")
    let text = try folder.text("lesson.md")
    #expect(text.hasSuffix("The end.\nTyped while it ran.\n"))
    #expect(text.contains("<!-- caderno:out id=e "))
    folder.caderno("clean", "lesson.md")
    let number = /\[\d+ %\]/
    #expect(
      try folder.text("lesson.md").replacing(number, with: "")
        == (lesson + "Typed while it ran.\n").replacing(number, with: ""))
  }

  @Test func `gets no outputs for a directive that is another one now`() throws {
    let folder = try LessonFolder(["lesson.md": lesson])
    let result = try run(in: folder) {
      $0.replacingOccurrences(of: "data: d.test", with: "data: d.train")
    }
    #expect(result.status == 0)
    #expect(
      result.errors == "'e' was edited after the run began; its outputs were not written\n")
    let text = try folder.text("lesson.md")
    #expect(text.contains("<!-- caderno:out id=t "))
    #expect(!text.contains("<!-- caderno:out id=e "))
  }

  @Test func `gets no outputs for what depends on a directive that is another one now`() throws {
    let folder = try LessonFolder(["lesson.md": lesson])
    let result = try run(in: folder) {
      $0.replacingOccurrences(of: "epochs: 8", with: "epochs: 9")
    }
    #expect(result.status == 0)
    #expect(
      result.errors == """
        't' was edited after the run began; its outputs were not written
        'e' depends on what was edited after the run began; its outputs were not written

        """)
    let text = try folder.text("lesson.md")
    #expect(text.contains("<!-- caderno:out id=d "))
    for id in ["t", "e"] { #expect(!text.contains("<!-- caderno:out id=\(id) ")) }
    #expect(text.contains("After [0 %]"))
  }

  @Test func `gets no outputs where what all depend on is another one now`() throws {
    let folder = try LessonFolder([
      "lesson.md": "---\ntitle: T\ncaderno:\n  seed: 1\n---\n" + lesson
    ])
    let result = try run(in: folder) { $0.replacingOccurrences(of: "seed: 1", with: "seed: 2") }
    #expect(result.status == 0)
    #expect(result.errors.split(separator: "\n").count == 4)
    #expect(!(try folder.text("lesson.md").contains("<!-- caderno:out")))
    let title = try run(in: folder) { $0.replacingOccurrences(of: "title: T", with: "title: S") }
    #expect(title.errors == "")
    #expect(try folder.text("lesson.md").contains("<!-- caderno:out id=e "))
  }

  @Test func `keeps what was typed into a region`() throws {
    let folder = try LessonFolder(["lesson.md": lesson])
    folder.caderno("run", "lesson.md")
    let result = try run(in: folder) {
      $0.replacingOccurrences(of: "<!-- /caderno:out", with: "Mine.\n\n<!-- /caderno:out")
    }
    #expect(result.status == 2)
    #expect(result.errors.contains("the outputs of 'd' were edited by hand [edited-outputs]"))
    #expect(try folder.text("lesson.md").contains("Mine.\n"))
  }

  /// Runs the lesson, and changes it on disk after the first directive.
  private func run(in folder: LessonFolder, _ edit: (String) -> String) throws -> ProgramResult {
    let program = folder.start(["run", "lesson.md", "--json"])
    program.readLine(containing: #""event":"step-finished""#)
    try folder.write(edit(folder.text("lesson.md")), to: "lesson.md")
    return program.finish()
  }
}
