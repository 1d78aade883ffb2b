import Foundation
import TestSupport
import Testing

/// The tutorials of the two libraries: their programs are built with the tests, and run here.
@Suite struct TutorialTests {
  struct Tutorial: Sendable, CustomTestStringConvertible {
    let program: String
    let folder: String
    let printed: String
    var testDescription: String { program }
  }

  static let all = [
    Tutorial(
      program: "CountWords", folder: "Documents/Notebooks/Notebooks.docc/Resources",
      printed: """
        haiku stands in the lines 3...5
        lesson.md:3:24: error: a directive has one id [several-ids]
            3 | ```text {.count #haiku #pond}
              |                        ^~~~~

        # Counting

        ```text {.count #haiku #pond}
        an old pond is still
        ```

        <!-- caderno:out id=haiku key=0123456789ab -->

        5 words

        <!-- /caderno:out sum=2PrDwepntL3q -->

        intact: [true]
        clean gives the author's bytes: true

        """),
    Tutorial(
      program: "TellBarsApart", folder: "Engine/Networks/Networks.docc/Resources",
      printed: """
        50 parameters
        accuracy 0.953125
        same bits on two threads: true

        """),
  ]

  @Test(arguments: all)
  func `the program of a tutorial prints what it promises`(tutorial: Tutorial) throws {
    let path = URL(fileURLWithPath: Program.path).deletingLastPathComponent()
      .appendingPathComponent(tutorial.program).path
    let result = try RunningProgram(path, [], in: LessonFolder(), environment: [:]).finish()
    #expect(result == ProgramResult(status: 0, output: tutorial.printed))
  }

  /// So that what is compiled and run is what a reader sees at each step.
  @Test(arguments: all)
  func `every step of a tutorial is the beginning of its program`(tutorial: Tutorial) throws {
    let folder = "Sources/\(tutorial.folder)"
    let whole = try String(
      contentsOf: Project.file("\(folder)/\(tutorial.program).swift"), encoding: .utf8)
    let steps = Project.names(in: folder).filter { $0.contains(/-\d+\.swift$/) }
    #expect(steps.count == 3)
    for step in steps {
      let text = try String(contentsOf: Project.file("\(folder)/\(step)"), encoding: .utf8)
      #expect(whole.hasPrefix(text), "\(step)")
    }
  }
}
