internal import ArgumentParser
internal import Caching
internal import Diagnostics
internal import Execution
internal import Files
internal import JupyterNotebooks
internal import Notebooks
internal import Rendering
internal import RunRecords

/// Writes what a run gave to where it goes.
struct OutputWriter {
  let path: String
  let target: RunTarget
  let force: Bool
  let console: Console
  /// Whether solutions are left out.
  var isForStudents = false
  /// Where a page has its pictures.
  var picturePlace = PicturePlace.bySize
  /// What pages have behind their own style sheet.
  var theme: Theme?
  /// What may be given up where the disk is full.
  var room: ResultCache?
  /// Whether to say what became of the notebook itself; programs that read events know.
  var isTold = true

  /// - Throws: `Problem` where something can't be written, or an exit code with the reason shown.
  func write(_ record: RunRecord, _ notebook: Notebook) throws {
    if case .notebook = target, NotebookLoading.isScript(path) {
      return ScriptOutputs(path: path, record: record, console: console).show()
    }
    if case .notebook = target {
      // Of two runs at once, each must see what the other wrote.
      let lock = lock()
      defer { withExtendedLifetime(lock) {} }
      return try NotebookLoading.isJupyter(path)
        ? writeBackJupyter(record, notebook) : writeBack(record, notebook)
    }
    let fresh = Freshness(record, in: notebook)
    sayEdited(fresh)
    switch target {
    case .notebook: break
    case .file(let file, let format):
      try writeFile(shown(page(notebook, fresh.record, format)), file, format)
    case .folder(let folder, let formats):
      try writeFolder(shown(page(notebook, fresh.record, formats)), folder, formats)
    }
  }

  private func lock() -> FileLock? {
    guard let folder = try? Folder(PathText.folder(of: path)).folder(".caderno") else { return nil }
    return FileLock.wait(
      for: "\(PathText.fileName(of: path)).lock", in: folder, isCancelled: { Interrupt.isRequested }
    )
  }

  /// Splices outputs into the notebook as it is on disk now: the author may have saved meanwhile.
  private func writeBack(_ record: RunRecord, _ start: Notebook) throws {
    let files = OutputFiles(notebookPath: path, room: room)
    let loading = NotebookLoading(console: console, events: nil)
    var notebook = try loading.notebook(path)
    var figures = 0
    while true {
      let fresh = Freshness(record, in: notebook, since: start)
      let update = try refusing(notebook) {
        try NotebookUpdate(lesson(notebook, fresh.record), force: force)
      }
      figures += try files.write(update.figures, under: files.folder)
      // Figures take their time; whatever was saved during it must not be lost.
      let latest = try loading.notebook(path)
      guard latest.source.bytes == notebook.source.bytes else {
        notebook = latest
        continue
      }
      let isNew = try files.replaceNotebook(
        update.bytes, unlessEqualTo: notebook.source.bytes)
      files.removeFigures(update.removedFigures + leftFigures(files, update))
      files.removeFormerFigures(of: notebook)
      for region in update.strayRegions { console.say(.removed(region)) }
      sayWritten(isNew, figures: figures)
      return sayEdited(fresh)
    }
  }

  /// Figures of earlier runs that are still there though nothing refers to them. Records are read only
  /// where there are files that nothing explains.
  private func leftFigures(_ files: OutputFiles, _ update: NotebookUpdate) -> [String] {
    let names = files.figureNames.filter {
      !update.shownFigures.contains("\(files.name).files/\($0)")
    }
    if names.isEmpty { return [] }
    let records = RecordStore(notebookPath: path, console: console).newest(10)
    return update.leftFigures(of: records, lesson: files.name, among: names)
  }

  /// The same for a Jupyter notebook, which holds its figures itself.
  private func writeBackJupyter(_ record: RunRecord, _ start: Notebook) throws {
    let loading = NotebookLoading(console: console, events: nil)
    let lesson = try loading.jupyter(path)
    guard lesson.file.isWritable else { throw Problem.oldJupyter(path) }
    let fresh = Freshness(record, in: lesson.notebook, since: start)
    let links = RunResult(fresh.record).texts(
      for: lesson.notebook.runLinks, in: lesson.notebook.frontMatter.language)
    let update = JupyterUpdate(lesson, fresh.record, links: links)
    let isNew = try OutputFiles(notebookPath: path, room: room).replaceNotebook(
      update.bytes, unlessEqualTo: lesson.file.source.bytes)
    sayWritten(isNew, figures: 0)
    sayEdited(fresh)
  }

  private func writeFile(_ lesson: Lesson, _ file: String, _ format: FormatList) throws {
    var lesson = lesson
    let files = OutputFiles(notebookPath: path, room: room)
    let hasFolder = format.facts.allSatisfy(\.hasFilesBeside)
    lesson.name = hasFolder ? PathText.lessonName(of: file) : PathText.stem(of: file)
    // Who names a file, not a folder, gets nothing of the author's beside it, where others' files may be.
    lesson.picturePlace = .inside
    var rendered = try render(lesson, format.renderers)
    let copies = rendered.count(where: \.isCopy)
    rendered.removeAll(where: \.isCopy)
    guard !rendered.isEmpty else { return }
    if copies > 0, !files.isBeside(file) { console.say(.notCopied(copies)) }
    let main = rendered.removeFirst()
    try files.write(main.bytes, to: file)
    try files.write(rendered, under: PathText.folder(of: file))
    sayWhere([file])
  }

  private func writeFolder(_ lesson: Lesson, _ folder: String, _ formats: FormatList) throws {
    try NamedOutput(folder, lessons: [path]).makeFolder()
    let output = OutputFiles(notebookPath: path, room: room)
    let rendered = try formats.renderers.map { (renderer: $0, files: try render(lesson, [$0])) }
    for (renderer, files) in rendered { try output.write(files, of: renderer, into: folder) }
    sayWhere(target.files(of: path))
  }

  private func render(_ lesson: Lesson, _ renderers: [any Renderer]) throws -> [RenderedFile] {
    try refusing(lesson.notebook) { try renderers.flatMap { try $0.files(for: lesson) } }
  }

  /// Shows why a notebook was not written.
  private func refusing<Result>(
    _ notebook: Notebook, _ work: () throws -> Result
  ) throws -> Result {
    do {
      return try work()
    } catch let refusal as WriteRefusal {
      NotebookLoading(console: console, events: nil).show(refusal.diagnostics, of: notebook)
      throw ExitCodes.notebook
    }
  }

  private func lesson(_ notebook: Notebook, _ record: RunRecord) -> Lesson {
    Lesson(
      notebook: notebook, record: record, name: PathText.lessonName(of: path),
      links: RunResult(record).texts(for: notebook.runLinks, in: notebook.frontMatter.language))
  }

  /// The lesson for those whom it is for.
  private func shown(_ lesson: Lesson) throws -> Lesson {
    guard isForStudents else { return lesson }
    return try refusing(lesson.notebook) {
      try lesson.withoutSolutions { notebook in
        RunResult(lesson.record).texts(
          for: notebook.runLinks, in: notebook.frontMatter.language)
      }
    }
  }

  private func page(_ notebook: Notebook, _ record: RunRecord, _ formats: FormatList) -> Lesson {
    var lesson = lesson(notebook, record)
    lesson.name = PathText.stem(of: path)
    let pictures = LessonPictures(of: notebook, at: path, console)
    if formats.facts.contains(where: \.showsImages) {
      // Where one is missing, a page has its alternative text.
      NotebookLoading(console: console, events: nil).show(pictures.findings, of: notebook)
      lesson.findLinkedLessons(beside: path)
    }
    lesson.pictures = pictures.found
    lesson.picturePlace = picturePlace
    lesson.theme = theme
    if NotebookLoading.isJupyter(path) { lesson.takeLeftAlone(path, notebook, console) }
    return lesson
  }
}

extension Problem {
  /// Outputs can't be written into nbformat 3.
  static func oldJupyter(_ path: String) -> Problem {
    Problem(
      ExitCodes.notebook, code: "nbformat-version",
      Message(
        "\(path): outputs can't be written into nbformat 3",
        pt: "\(path): não é possível gravar resultados em nbformat 3"),
      hint: Message(
        "convert it first: caderno convert \(path) new.ipynb",
        pt: "converta antes: caderno convert \(path) novo.ipynb"))
  }
}
