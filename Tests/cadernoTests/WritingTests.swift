import Foundation
import Testing

struct `A notebook that can't be written` {
  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `is an error before anything runs where the folder is protected`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    let message = "caderno: error: .: this folder can't be written to [cannot-write]\n"
    #expect(folder.caderno("run", "lesson.md") == ProgramResult(status: 3, errors: message))
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `is an error before anything runs where the file is protected`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    chmod("\(folder.path)/lesson.md", 0o444)
    let message = "caderno: error: lesson.md: this file can't be written to [cannot-write]\n"
    #expect(folder.caderno("run", "lesson.md") == ProgramResult(status: 3, errors: message))
  }

  @Test func `stays as it was where a write fails`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    let result = folder.shell("ulimit -f 0; exec \"$CADERNO\" run --quiet lesson.md")
    let message =
      "caderno: error: lesson.md: cannot be written: File too large [cannot-write]\n"
    #expect(result == ProgramResult(status: 3, errors: message))
    #expect(try folder.contents() == ["lesson.md": Data(Lessons.summary.utf8)])
  }

  @Test func `may lose its record with a warning`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary, ".caderno": "in the way"])
    let result = folder.caderno("run", "lesson.md")
    #expect(result.status == 0)
    #expect(
      result.errors.hasSuffix(
        "warning: the run is not recorded: .caderno: cannot be written: Not a directory\n"
          + "wrote lesson.md\n"))
    #expect(try folder.text("lesson.md").contains("7,850"))
  }

  /// A checkpoint has some 50 KB, and the notebook and the record a few: they fit the limit.
  @Test func `is written even where the results behind it can't be kept`() throws {
    let lesson = Lessons.training("epochs: 2")
    let folder = try LessonFolder(["lesson.md": lesson])
    let calm = try LessonFolder(["lesson.md": lesson])
    calm.caderno("run", "lesson.md")
    let line = "ulimit -f 64; exec \"$CADERNO\" run lesson.md"
    let result = folder.shell(line)
    #expect(result.status == 0)
    let warnings = result.errors.split(separator: "\n").filter { $0.hasPrefix("warning: ") }
    #expect(warnings.count == 1)
    #expect(
      warnings.first?.hasPrefix("warning: results of this run are not kept: .caderno/cache/")
        == true)
    #expect(warnings.first?.hasSuffix(": cannot be written: File too large") == true)
    #expect(try folder.text("lesson.md") == calm.text("lesson.md"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `is an error where the disk is full`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary])
    let result = folder.caderno(
      "run", "lesson.md", "--quiet", "--to", "md", "--output", "/dev/full")
    let message =
      "caderno: error: /dev/full: cannot be written: No space left on device [cannot-write]\n"
    #expect(result == ProgramResult(status: 3, errors: message))
    #expect(try folder.contents() == ["lesson.md": Data(Lessons.summary.utf8)])
  }

  @Test func `is an error where the folder for outputs can't be made`() throws {
    let folder = try LessonFolder(["lesson.md": Lessons.summary, "taken": ""])
    let result = folder.caderno("run", "lesson.md", "--output", "taken/build/")
    let message = "caderno: error: taken: cannot be written: Not a directory [cannot-write]\n"
    #expect(result == ProgramResult(status: 3, errors: message))
  }
}
