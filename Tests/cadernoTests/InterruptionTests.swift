import Foundation
import Testing

struct `A run that is cut short` {
  /// Longer than anybody waits: it ends because it is told to.
  private let endless = Lessons.training("epochs: 100000")

  @Test(arguments: [SIGINT, SIGTERM])
  func `keeps the outputs of finished directives and says so`(signal: Int32) throws {
    let folder = try LessonFolder(["lesson.md": endless])
    let program = folder.start(["run", "lesson.md", "--json"])
    program.readLine(containing: #""event":"epoch-finished""#)
    program.send(signal)
    let result = program.finish()
    #expect(result.status == 130)
    #expect(result.errors == "interrupted; the outputs of 2 finished directives are kept\n")
    #expect(
      result.output.hasSuffix(#"{"event":"finished","exitCode":130,"notebook":"lesson.md"}"# + "\n")
    )
    let text = try folder.text("lesson.md")
    #expect(text.contains("<!-- caderno:out id=d "))
    #expect(!text.contains("<!-- caderno:out id=t "))

    let short = text.replacingOccurrences(of: "epochs: 100000", with: "epochs: 1")
    try folder.write(short, to: "lesson.md")
    #expect(folder.caderno("run", "lesson.md").status == 0)
    #expect(try folder.text("lesson.md").contains("<!-- caderno:out id=e "))
  }

  /// A product of large matrices asks nobody whether it is to stop.
  @Test(arguments: [SIGINT, SIGTERM])
  func `leaves work behind that can't be stopped`(signal: Int32) throws {
    let folder = try LessonFolder(["lesson.md": Self.busy])
    let program = folder.start(["run", "lesson.md", "--json"])
    program.readLine(containing: #""event":"step-started","id":"keras-2""#)
    program.send(signal)
    let result = program.finish()
    #expect(result.status == 130)
    #expect(result.errors == "interrupted; the outputs of 1 finished directive are kept\n")
    let end = #"{"event":"finished","exitCode":130,"notebook":"lesson.md"}"# + "\n"
    #expect(result.output.hasSuffix(end))
    let text = try folder.text("lesson.md")
    #expect(text.contains("<!-- caderno:out id=keras-1 "))
    #expect(!text.contains("<!-- caderno:out id=keras-2 "))
  }

  private static let busy = """
    ---
    caderno:
      python: keras
    ---

    ```python
    print('done')
    ```

    ```python
    import numpy as np
    x = np.ones((3000, 3000))
    for i in range(1000): x = x @ x / 3000
    ```

    """

  @Test(arguments: ["run", "check"])
  func `ends when its time is over`(command: String) throws {
    let folder = try LessonFolder(["lesson.md": Self.busy])
    let result = folder.caderno(command, "lesson.md", "--quiet", "--timeout", "0.7s")
    #expect(result.status == 130)
    let loud = folder.caderno(command, "lesson.md", "--timeout", "0.7s")
    #expect(loud.status == 130)
    #expect(loud.errors.contains("time limit of 0.7 s reached"))
  }

  @Test func `ends with all its jobs when its time is over`() throws {
    let folder = try LessonFolder(["a.md": Self.busy, "b.md": Self.busy])
    let result = folder.caderno("run", ".", "--jobs", "2", "--timeout", "0.7")
    #expect(result.status == 130)
    #expect(result.errors.contains("time limit of 0.7 s reached\n"))
    #expect(result.errors.contains("0 of 2 notebooks ran\n"))
  }

  @Test(arguments: ["0", "-1", "soon", "1d", "nan", "inf"])
  func `takes no time that is none`(time: String) throws {
    let folder = try LessonFolder(["lesson.md": Self.busy])
    #expect(folder.caderno("run", "lesson.md", "--timeout=\(time)").status == 64)
  }

  /// The small lesson has some thirty events.
  @Test(arguments: 1...30)
  func `leaves the old notebook or the new one, whenever it is killed`(line: Int) throws {
    try killed { program in
      for _ in 0..<line { _ = program.readLine() }
    }
  }

  @Test(arguments: 1...6)
  func `leaves the old notebook or the new one, killed while it writes`(spins: Int) throws {
    try killed { [spins] program in
      let files = FileManager.default
      let path = program.folder.path
      program.readLine(containing: #""event":"step-finished","id":"e""#)
      var seen = 0
      while program.isRunning, seen < spins {
        let names = (try? files.contentsOfDirectory(atPath: path)) ?? []
        if names.contains(where: { $0.hasSuffix(".tmp") }) { seen += 1 }
      }
    }
  }

  /// A lesson whose long text takes long to write.
  private static let lesson =
    Lessons.training() + String(repeating: "Lorem ipsum dolor sit amet.\n", count: 4000)

  /// The lesson as a run leaves it.
  private static let finished = Result {
    let folder = try LessonFolder(["lesson.md": lesson])
    folder.caderno("run", "lesson.md")
    return try folder.text("lesson.md")
  }

  /// Kills a run after `wait` and looks at what is left.
  private func killed(after wait: (RunningProgram) -> Void) throws {
    let finished = try Self.finished.get()
    #expect(finished.contains("<!-- caderno:out id=e "))
    let folder = try LessonFolder(["lesson.md": Self.lesson])
    let program = folder.start(["run", "lesson.md", "--json"])
    wait(program)
    program.send(SIGKILL)
    _ = program.finish()
    let left = try folder.text("lesson.md")
    #expect(left == Self.lesson || left == finished)
    // A notebook that refers to a figure has it.
    #expect(left == Self.lesson || folder.exists("lesson.files/t-curves.svg"))
  }
}
