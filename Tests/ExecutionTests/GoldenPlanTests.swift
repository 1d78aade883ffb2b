import Diagnostics
import Execution
import Foundation
import Notebooks
import Testing

/// A folder with a notebook and the findings of its plan, in both languages.
struct PlanCase: Sendable, CustomTestStringConvertible {
  let folder: URL

  var testDescription: String { folder.lastPathComponent }

  static let all: [PlanCase] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Golden/Plans")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().map { PlanCase(folder: root.appendingPathComponent($0)) }
  }()
}

struct `Plans` {
  @Test
  func `have cases`() { #expect(PlanCase.all.count >= 8) }

  /// With CADERNO_RECORD set the expectation is written anew, and the test fails on purpose.
  @Test(arguments: PlanCase.all)
  func `find what is wrong before anything runs`(example: PlanCase) throws {
    let bytes = [UInt8](try Data(contentsOf: example.folder.appendingPathComponent("notebook.md")))
    let source = SourceText(file: "notebook.md", bytes: bytes)
    let plan = Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
    let report = Language.allCases.map { language in
      DiagnosticFormatter(source: source, language: language).format(plan.diagnostics)
    }.joined(separator: "\n")
    let file = example.folder.appendingPathComponent("expected.txt")
    if ProcessInfo.processInfo.environment["CADERNO_RECORD"] != nil {
      try Data(report.utf8).write(to: file)
      Issue.record("recorded \(example.testDescription)")
    }
    #expect(report == String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }
}
