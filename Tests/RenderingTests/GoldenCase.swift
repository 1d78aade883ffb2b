import Diagnostics
import Digests
import Foundation
import Notebooks
import RunRecords
import Testing
import TestSupport

@testable import Rendering

/// A folder under Tests/Fixtures/rendering: `lesson.md`, `record.json` and what is expected.
struct GoldenCase {
  let folder: URL
  let lesson: Lesson

  static let vocabulary = DirectiveVocabulary(kinds: [
    DirectiveSyntax(name: "model", body: .notation),
    DirectiveSyntax(name: "summary", body: .yaml, options: ["model"]),
    DirectiveSyntax(name: "data", body: .yaml, options: ["dataset", "scale", "show"]),
    DirectiveSyntax(name: "fit", body: .yaml, options: ["model", "data", "epochs"]),
    DirectiveSyntax(name: "evaluate", body: .yaml, options: ["model", "data"]),
    DirectiveSyntax(name: "predict", body: .yaml, options: ["worst"]),
  ])

  /// Whether expected files are written rather than compared; the tests fail then.
  static var isRecording: Bool { Project.isRecording }

  init(_ name: String) throws {
    folder = Project.file("Tests/Fixtures/rendering/\(name)")
    let source = try Data(contentsOf: folder.appending(path: "lesson.md"))
    let json = try Data(contentsOf: folder.appending(path: "record.json"))
    let notebook = Notebook(
      source: SourceText(file: "lesson.md", bytes: Array(source)), vocabulary: Self.vocabulary)
    var record = try RunRecord(json: Array(json))
    // The last task stays as if its block had been edited after the run.
    for index in record.tasks.indices.dropLast() {
      let directive = notebook.directives.first { $0.id == record.tasks[index].id }
      record.tasks[index].sourceSHA256 = try #require(directive).sourceSHA256.description
    }
    lesson = Lesson(notebook: notebook, record: record, name: "lesson")
  }

  /// The expected bytes of a file, nil where there are none; recorded first where asked for.
  func expected(_ file: RenderedFile) throws -> [UInt8]? {
    let place = folder.appending(path: "expected/\(file.path)")
    if Self.isRecording {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
    }
    return (try? Data(contentsOf: place)).map(Array.init)
  }

  /// The files that one format renders.
  func files(_ format: String) throws -> [RenderedFile] {
    let renderer = try #require(RendererCatalog.all.first { $0.name == format })
    return try renderer.init().files(for: lesson)
  }
}
