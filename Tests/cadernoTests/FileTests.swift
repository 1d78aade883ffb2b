import Foundation
import Testing

struct `A notebook that can't be read` {
  @Test(arguments: [["run"], ["lint"], ["clean"], ["render"]])
  func `is an error where it is missing`(command: [String]) throws {
    let result = try LessonFolder().start(command + ["lesson.md"]).finish()
    #expect(result == failure(2, "lesson.md: there is no such file [file-missing]"))
  }

  @Test func `is an error where a folder has none`() throws {
    let folder = try LessonFolder()
    let result = folder.caderno("clean", folder.path)
    #expect(result.status == 2)
    #expect(
      result.errors
        == "caderno: error: \(folder.path): no lesson in this folder [no-lessons]\n"
        + "  hint: a lesson is a Markdown file with a directive, a Jupyter notebook with code, or a "
        + "script with Jupytext's header\n")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `is an error where reading is not allowed`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    chmod("\(folder.path)/lesson.md", 0)
    #expect(
      folder.caderno("run", "lesson.md")
        == failure(3, "lesson.md: cannot be read: Permission denied [file-unreadable]"))
  }

  @Test func `is an error where it is not UTF-8`() throws {
    let folder = try LessonFolder()
    try folder.write(Array("# T".utf8) + [0xE9, 10], to: "lesson.md")
    let message =
      "lesson.md: not UTF-8: line 1 has an invalid byte at offset 3 [not-utf8]"
    #expect(folder.caderno("run", "lesson.md") == failure(2, message))
  }

  @Test func `speaks Portuguese where the locale does`() throws {
    let result = try LessonFolder().caderno(
      "run", "aula.md", environment: ["LC_ALL": "pt_BR.UTF-8"])
    let message = "caderno: erro: aula.md: o arquivo não existe [file-missing]\n"
    #expect(result == ProgramResult(status: 2, errors: message))
  }

  @Test func `keeps no other notebook from its turn`() throws {
    let folder = try LessonFolder(["b.md": Lessons.summary])
    let result = folder.caderno("lint", "a.md", "b.md")
    #expect(
      result
        == ProgramResult(
          status: 2,
          errors: "caderno: error: a.md: there is no such file [file-missing]\n"
            + "b.md: fine (1 directive)\n"))
  }

  @Test func `may have formulas that a page shows as their source`() throws {
    let folder = try LessonFolder(["lesson.md": "# T\n\nLook: $\\alhpa$\n"])
    let result = folder.caderno("lint", "lesson.md", "--color", "never")
    #expect(result.status == 0)
    #expect(
      result.errors.hasPrefix(
        "lesson.md:3:8: note: '\\alhpa' isn't known: a page shows this formula as its source "
          + "[formula-command]\n"))
    #expect(result.errors.contains("hint: did you mean '\\alpha'?"))
  }

  @Test func `has nothing to run where no fence is a directive`() throws {
    let folder = try LessonFolder(["lesson.md": "# T\n\n```python\nprint(1)\n```\n"])
    let errors = """
      caderno: error: lesson.md: no directive to run [no-directives]
        hint: a directive is a fence such as ```yaml {.data #mnist}

      """
    #expect(folder.caderno("run", "lesson.md") == ProgramResult(status: 2, errors: errors))
  }

  private func failure(_ status: Int32, _ message: String) -> ProgramResult {
    ProgramResult(status: status, errors: "caderno: error: \(message)\n")
  }
}
