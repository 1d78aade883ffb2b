internal import Diagnostics
internal import Digests
internal import JSON
public import JupyterNotebooks
public import Notebooks
public import RunRecords

/// A Jupyter notebook with the outputs that stand in it, as a notebook of Caderno's.
///
/// Renderers and comparison take it as they take a Markdown notebook with its regions and figures.
public struct ShownJupyter: Sendable {
  /// The notebook, its cells' outputs as regions.
  public let notebook: Notebook
  /// What the notebook refers to: attachments and images of outputs.
  public let files: [RenderedFile]
  /// The same files as pictures, by the addresses that the notebook has for them.
  public var pictures: [String: Picture] {
    let all = files.map { ($0.path, Picture(path: $0.path, bytes: $0.bytes, isAttached: true)) }
    return Dictionary(all) { first, _ in first }
  }
  /// The same outputs with their types; tasks go by the ids of directives.
  public let record: RunRecord

  /// - Parameters:
  ///   - name: the file's name without its extension.
  ///   - isShown: whether a directive's outputs are taken.
  public init(
    _ lesson: JupyterLesson, name: String, isShown: (Directive) -> Bool = { _ in true }
  ) {
    let source = lesson.notebook
    let renderer = JupyterRegionRenderer(
      lessonName: name, language: source.frontMatter.language)
    var regions: [RenderedRegion] = []
    var files = lesson.form.files.map { RenderedFile(path: $0.path, bytes: $0.bytes) }
    var tasks: [TaskRecord] = []
    for directive in source.directives where isShown(directive) {
      guard let number = lesson.cell(of: directive) else { continue }
      let outputs = lesson.file.notebook.cells[number].outputs
      guard !outputs.isEmpty else { continue }
      let task = Self.task(directive, outputs)
      guard task.cellTags.showsOutput else {
        tasks.append(task)
        continue
      }
      let region = renderer.region(
        of: outputs, id: directive.id, caption: task.caption, isFolded: task.cellTags.foldsOutput)
      files += region.files
      let key = task.key.isEmpty ? TaskRecord.unknownKey : task.key
      regions.append(RenderedRegion(id: directive.id, key: key, body: region.body))
      tasks.append(task)
    }
    // Nothing in the cells' Markdown can be a region, so there is nothing to refuse.
    let bytes = (try? source.writing(regions, force: true)) ?? source.source.bytes
    notebook = Notebook(
      source: SourceText(file: source.source.file, bytes: bytes), vocabulary: source.vocabulary)
    self.files = files
    record = Self.record(source, tasks)
  }

  private static func task(_ directive: Directive, _ outputs: [JupyterOutput]) -> TaskRecord {
    let typed = JupyterOutputReader.outputs(outputs)
    let failed = typed.contains { if case .error = $0 { true } else { false } }
    let keys = outputs.compactMap {
      $0.bundle?.metadata[JupyterOutputWriter.metadataName]?.object?["key"]?.string
    }
    let key = keys.first { key in key.allSatisfy { $0.isHexDigit } } ?? ""
    var task = TaskRecord(
      id: directive.id, isNamed: directive.isNamed, kind: directive.kind,
      sourceSHA256: directive.sourceSHA256.description, lines: LineRange(directive.lines),
      status: failed ? .error : .ok, key: key, outputs: typed,
      tags: directive.tags.isEmpty ? nil : directive.tags)
    // A figure that Caderno drew has its caption itself.
    if task.shownCaption == nil { task.caption = JupyterOutputReader.caption(of: outputs) }
    return task
  }

  private static func record(_ notebook: Notebook, _ tasks: [TaskRecord]) -> RunRecord {
    let matter = notebook.frontMatter
    return RunRecord(
      id: "",
      notebook: NotebookRecord(
        path: notebook.source.file, sha256: SHA256Digest(of: notebook.source.bytes).description,
        title: matter.title, lang: matter.lang),
      seed: matter.seed, numericsVersion: 0, cadernoVersion: "",
      environment: EnvironmentRecord(operatingSystem: "", instructionSet: "", threads: 1),
      startedAt: "", tasks: tasks)
  }
}
