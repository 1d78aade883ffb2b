internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Notebooks
internal import Rendering
internal import RunRecords

/// Writes what a run gave to where it goes.
struct OutputWriter {
  let path: String
  let target: RunTarget
  let force: Bool
  let console: Console

  /// - Throws: the exit code where something can't be written, with the reason shown.
  func write(_ result: RunResult, _ record: RunRecord, _ notebook: Notebook) throws {
    switch target {
    case .notebook: try writeBack(result, record, notebook)
    case .file(let file, let format): try writeFile(lesson(notebook, result, record), file, format)
    case .folder(let folder, let formats):
      try writeFolder(lesson(notebook, result, record), folder, formats)
    }
  }

  /// Splices outputs into the notebook as it is on disk now: the author may have saved meanwhile.
  private func writeBack(
    _ result: RunResult, _ record: RunRecord, _ old: Notebook
  ) throws {
    let files = OutputFiles(notebookPath: path, console: console)
    let now = try NotebookLoading(console: console, events: nil).plan(path, parameters: [:])
      .notebook
    let fitting = Freshness(old: old, now: now).fitting(record)
    for id in fitting.left { console.say(.changedMeanwhile(id)) }
    let lesson = lesson(now, result, fitting.record)
    let finished = fitting.record.steps.filter { $0.status != .error && $0.status != .skipped }
    let regions = RegionRenderer(lessonName: files.name, language: lesson.language)
    let bytes: [UInt8]
    do {
      bytes = try now.writing(
        finished.map(regions.region(of:)), links: lesson.links, force: force)
    } catch {
      NotebookLoading(console: console, events: nil).show(error.diagnostics, of: now)
      throw ExitCodes.notebook
    }
    let figures = finished.flatMap(regions.figures(of:))
    try files.write(figures, under: files.folder)
    try files.replaceNotebook(bytes, unlessEqualTo: now.source.bytes)
    removeStale(now, finished, figures, files)
  }

  /// Removes figures that the notebook referred to and no longer does.
  private func removeStale(
    _ notebook: Notebook, _ finished: [StepRecord], _ figures: [RenderedFile], _ files: OutputFiles
  ) {
    let rewritten = Set(finished.map(\.id))
    let gone = notebook.abandonedRegions + notebook.regions.filter { rewritten.contains($0.id) }
    let kept = Set(figures.map(\.path))
    files.removeFigures(gone.flatMap(\.figureFiles).filter { !kept.contains($0) })
  }

  private func writeFile(_ lesson: Lesson, _ file: String, _ format: FormatList) throws {
    let files = OutputFiles(notebookPath: path, console: console)
    var lesson = lesson
    lesson.name = PathText.stem(of: file)
    var rendered = try render(lesson, format.renderers)
    let folder = PathText.folder(of: file)
    guard !rendered.isEmpty else { return }
    let main = rendered.removeFirst()
    try files.makeFolder(folder)
    try files.write(main.bytes, to: file)
    try files.write(rendered, under: folder)
    sayWhere([file])
  }

  private func writeFolder(_ lesson: Lesson, _ folder: String, _ formats: FormatList) throws {
    let files = OutputFiles(notebookPath: path, console: console)
    try files.makeFolder(folder)
    try files.write(try render(lesson, formats.renderers), under: folder)
    sayWhere(formats.names.map { PathText.join(folder, "\(lesson.name).\($0)") })
  }

  private func render(_ lesson: Lesson, _ renderers: [any Renderer]) throws -> [RenderedFile] {
    do {
      return try renderers.flatMap { try $0.files(for: lesson) }
    } catch let refusal as WriteRefusal {
      NotebookLoading(console: console, events: nil).show(refusal.diagnostics, of: lesson.notebook)
      throw ExitCodes.notebook
    }
  }

  private func lesson(
    _ notebook: Notebook, _ result: RunResult, _ record: RunRecord
  ) -> Lesson {
    Lesson(
      notebook: notebook, record: record, name: PathText.stem(of: path),
      links: result.texts(for: notebook.runLinks))
  }

  private func sayWhere(_ paths: [String]) {
    for path in paths { console.say(Message("wrote \(path)", pt: "gravado: \(path)")) }
  }
}

extension Message {
  fileprivate static func changedMeanwhile(_ id: String) -> Message {
    Message(
      "'\(id)' was edited while the lesson ran; its outputs were not written",
      pt: "'\(id)' foi editado durante a execução; seus resultados não foram gravados")
  }
}
