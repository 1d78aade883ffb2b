internal import Diagnostics
public import JupyterNotebooks
public import Notebooks
public import RunRecords

/// A Jupyter notebook with the outputs of a run in its cells, not yet on disk.
public struct JupyterUpdate: Sendable {
  /// The whole file with the outputs in it; every byte that belongs to none stays.
  public let bytes: [UInt8]

  /// Cells count in the order of the run, so that equal runs give equal bytes.
  ///
  /// - Parameter links: new texts for numbers in prose.
  public init(_ lesson: JupyterLesson, _ record: RunRecord, links: [FilledLink]) {
    let writer = JupyterOutputWriter(language: lesson.notebook.frontMatter.language)
    let directives = Dictionary(
      lesson.notebook.directives.map { ($0.id, $0) }
    ) { first, _ in first }
    let empty = JupyterFile.CellResult(executionCount: nil, outputs: [])
    var results: [Int: JupyterFile.CellResult] = [:]
    for cell in lesson.formerDirectives { results[cell] = empty }
    var count = 0
    for task in record.tasks {
      let cell = directives[task.id].flatMap(lesson.cell)
      // Jupyter runs no cell that is empty, and gives it no count.
      if task.isLeftAlone { continue }
      if let cell, task.status == .skipped || lesson.file.notebook.cells[cell].isBlank {
        results[cell] = empty
        continue
      }
      if task.status == .skipped { continue }
      count += 1
      // A Python cell that failed shows what it printed and its error, as in Jupyter; a directive that
      // failed keeps what it had.
      if task.status == .error, task.kind != "keras" { continue }
      guard let cell else { continue }
      results[cell] = JupyterFile.CellResult(
        executionCount: count, outputs: writer.outputs(of: task, count: count))
    }
    bytes = lesson.file.writing(results, sources: Self.sources(lesson, links))
  }

  /// The Markdown cells whose numbers the run changed.
  private static func sources(
    _ lesson: JupyterLesson, _ links: [FilledLink]
  ) -> [Int: String] {
    var sources: [Int: String] = [:]
    let edits = links.flatMap(\.edits).sorted { $0.range.lowerBound > $1.range.lowerBound }
    for (place, text) in edits {
      guard let (cell, offset) = lesson.origin(of: place.lowerBound) else { continue }
      var bytes = Array((sources[cell] ?? lesson.file.notebook.cells[cell].source).utf8)
      let range = offset..<offset + place.count
      // Where attachments or line endings were changed, offsets need not fit: the brackets tell.
      let around = offset - 1..<range.upperBound + 1
      guard around.lowerBound >= 0, around.upperBound <= bytes.count,
        bytes[around].elementsEqual(
          lesson.notebook.source.bytes[place.lowerBound - 1..<place.upperBound + 1])
      else { continue }
      bytes.replaceSubrange(range, with: Array(text.utf8))
      sources[cell] = String(decoding: bytes, as: UTF8.self)
    }
    return sources
  }
}
