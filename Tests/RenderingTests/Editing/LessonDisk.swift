import Caching
import Datasets
import Diagnostics
import Execution
import Foundation
import RunRecords

@testable import Notebooks
@testable import Rendering

/// A lesson and its figures as they would stand on a disk, and what `run` and `clean` make of them.
struct LessonDisk: Equatable {
  var bytes: [UInt8]
  var figures: [String: [UInt8]] = [:]
  /// Of earlier runs.
  var records: [RunRecord] = []

  static func == (a: Self, b: Self) -> Bool { (a.bytes, a.figures) == (b.bytes, b.figures) }

  /// The lesson without its empty lines, and the figures.
  var withoutEmptyLines: LessonDisk {
    var disk = self
    disk.bytes = Array(
      text.split(whereSeparator: \.isNewline).joined(separator: "\n").utf8)
    return disk
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// - Parameter slip: how many fences off the matcher looks.
  func notebook(slip: Int = 0) -> Notebook {
    Notebook(
      source: SourceText(file: "lesson.md", bytes: bytes), vocabulary: DirectiveCatalog.vocabulary,
      matcher: RegionMatcher(slip: slip))
  }

  /// - Parameter count: after how many directives the run is interrupted.
  /// - Returns: nil where the lesson has errors.
  func run(_ results: KeptResults, stoppingAfter count: Int? = nil) throws -> LessonDisk? {
    let notebook = notebook()
    guard let (record, links) = Self.record(of: notebook, results, stoppingAfter: count) else {
      return nil
    }
    let update = try NotebookUpdate(
      Lesson(notebook: notebook, record: record, name: "lesson", links: links), force: false)
    var disk = LessonDisk(bytes: update.bytes, figures: figures, records: [record] + records)
    for figure in update.figures { disk.figures[figure.path] = figure.bytes }
    let names = disk.figures.keys.map { String($0.dropFirst("lesson.files/".count)) }
    let left = update.leftFigures(of: disk.records, lesson: "lesson", among: names)
    for path in update.removedFigures + left { disk.figures[path] = nil }
    return disk
  }

  func cleaned() -> LessonDisk {
    let notebook = notebook()
    var disk = self
    disk.bytes = notebook.cleaned()
    for path in FigureFile.paths(of: notebook.regions, lesson: "lesson") {
      disk.figures[path] = nil
    }
    return disk
  }

  /// What a run gives, and the numbers for the prose; nil where the lesson has errors.
  static func record(
    of notebook: Notebook, _ results: KeptResults, stoppingAfter count: Int? = nil
  ) -> (RunRecord, [FilledLink])? {
    let plan = Plan(notebook)
    if plan.diagnostics.hasErrors { return nil }
    var runner = Runner(
      plan,
      settings: RunSettings(
        threads: 1, locator: DatasetLocator(isOffline: true), cache: results.cache))
    let result = runner.run()
    var record = RunRecord(
      id: "", notebook: NotebookRecord(path: "lesson.md", sha256: ""),
      seed: 0, numericsVersion: 1, cadernoVersion: "",
      environment: EnvironmentRecord(operatingSystem: "", instructionSet: "", threads: 1),
      startedAt: "")
    record.tasks = count.map { Array(result.tasks.prefix($0)) } ?? result.tasks
    return (
      record,
      RunResult(record).texts(
        for: notebook.runLinks, in: notebook.frontMatter.language)
    )
  }
}

/// Results that series have in common, so that each figure is drawn once.
final class KeptResults: Sendable {
  let cache: ResultCache

  init() {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "caderno-series-\(UUID().uuidString)")
    cache = ResultCache(folder: folder.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: cache.folder) }
}
