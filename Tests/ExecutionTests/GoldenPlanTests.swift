import Diagnostics
import Execution
import Foundation
import Notebooks
import Testing
import TestSupport

/// A lesson, with what its plan finds noted in it.
struct PlanCase: Sendable, CustomTestStringConvertible {
  let file: URL

  var testDescription: String { file.lastPathComponent }

  static let all = Project.names(in: "Tests/Golden/Plans").map {
    PlanCase(file: Project.file("Tests/Golden/Plans/\($0)"))
  }
}

struct `Plans` {
  @Test
  func `have cases`() { #expect(PlanCase.all.count >= 8) }

  /// With CADERNO_RECORD set the notes are written anew, and the test fails on purpose.
  @Test(arguments: PlanCase.all)
  func `find what is wrong before anything runs`(example: PlanCase) throws {
    let source = SourceText(file: "notebook.md", bytes: try AnnotatedLesson(example.file).bytes)
    let plan = Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
    try GoldenFile.expect(AnnotatedLesson.text(source, plan.diagnostics), at: example.file)
  }
}
