import Foundation
import Testing

struct `A lesson that fails` {
  @Test func `is refused before anything runs where outputs were edited by hand`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    folder.caderno("run", "lesson.md")
    let edited = try folder.text("lesson.md").replacingOccurrences(of: "7,850", with: "7,851")
    try folder.write(edited, to: "lesson.md")
    let errors = """
      lesson.md:7:1: error: the outputs of 'm' were edited by hand [edited-outputs]
          7 | <!-- caderno:out id=m key=
      """
    let result = folder.caderno("run", "lesson.md")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix(errors))
    #expect(
      result.errors.hasSuffix(
        "  hint: move your text out of the region, or replace the outputs with --force\n"))
    #expect(result.errors.split(separator: "\n").count == 4)
    #expect(try folder.text("lesson.md") == edited)
    #expect(folder.caderno("clean", "lesson.md").status == 2)
    #expect(folder.caderno("run", "lesson.md", "--force", "--quiet") == ProgramResult(status: 0))
    #expect(!(try folder.text("lesson.md").contains("7,851")))
  }

  @Test func `says where the loss stopped being a number, and keeps what was finished`() throws {
    let lesson = Lessons.training("batch_size: 50", optimizer: "SGD(learning_rate=1e30)")
    let folder = try LessonFolder(["lesson.md": lesson])
    let result = folder.caderno("run", "lesson.md", "--quiet")
    let place = "lesson.md:14:10: error: "
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("\(place)the loss is not finite in epoch 1, batch "))
    #expect(result.errors.contains("[loss-not-finite]\n   14 | ```yaml {.fit #t}\n"))
    #expect(result.errors.hasSuffix("  hint: a smaller learning rate often helps\n"))
    let text = try folder.text("lesson.md")
    #expect(text.contains("<!-- caderno:out id=d "))
    #expect(!text.contains("<!-- caderno:out id=t "))
  }

  @Test func `is fine where the failure was asked for`() throws {
    let lesson = Lessons.training(
      "batch_size: 50", "expect_error: loss-not-finite", optimizer: "SGD(learning_rate=1e30)")
    // The evaluation after it would fail too.
    let end = try #require(lesson.range(of: "After ["))
    let folder = try LessonFolder(["lesson.md": String(lesson[..<end.lowerBound])])
    #expect(folder.caderno("run", "lesson.md", "--quiet") == ProgramResult(status: 0))
    #expect(try folder.text("lesson.md").contains("the loss is not finite in epoch 1, batch "))
  }

  @Test func `is at fault where the failure that was asked for does not come`() throws {
    let lesson = Lessons.training("expect_error: loss-not-finite")
    let folder = try LessonFolder(["lesson.md": lesson])
    let errors = """
      lesson.md:14:10: error: the directive was to fail with 'loss-not-finite', but it did not \
      [expected-error]
         14 | ```yaml {.fit #t}
            |          ^~~~

      """
    #expect(
      folder.caderno("run", "lesson.md", "--quiet") == ProgramResult(status: 2, errors: errors))
  }

  @Test(arguments: ["lint", "run"])
  func `is found out before it runs where its last block has a wrong shape`(
    command: String
  ) throws {
    let lesson = """
      ---
      lang: pt-BR
      ---
      ```python {.model #base}
      Conv2D(8, (3, 3), input_shape=(8, 8, 1))
      MaxPooling2D((2, 2))
      ```

      ```python {.model #cnn extends=base}
      Conv2D(8, (5, 5))
      Flatten()
      ```

      """
    let errors = """
      aula.md:10:1: erro: a janela (5, 5) de Conv2D é maior que a entrada (3, 3, 8) \
      [window-too-large]
         10 | Conv2D(8, (5, 5))
            | ^~~~~~~~~~~~~~~~~

      """
    let folder = try LessonFolder(["aula.md": lesson])
    #expect(folder.caderno(command, "aula.md") == ProgramResult(status: 2, errors: errors))
    #expect(try folder.contents() == ["aula.md": Data(lesson.utf8)])
  }
}
