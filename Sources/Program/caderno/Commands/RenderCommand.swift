internal import ArgumentParser
internal import Diagnostics
internal import Files
internal import JupyterNotebooks
internal import Rendering
internal import RunRecords
internal import Sandbox

/// `caderno render`: pages from the outputs of the last run; nothing runs.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Makes pages from the outputs of the last run.")

  @Argument(
    help: ArgumentHelp(
      "Lessons, or folders with lessons; those with directives were run before.",
      valueName: "notebook"))
  var notebooks: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A file, or a folder for several pages. (default: beside the notebook)", valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp("Formats, separated by commas: md, html, txt, ipynb.", valueName: "formats"))
  var to: FormatList?

  @Option(
    help: ArgumentHelp(
      "Where a page has the lesson's pictures: auto (in the page up to 1 MiB each and 8 MiB in all, else beside it), page, or beside.",
      valueName: "where"),
    transform: PicturePlace.init(word:))
  var pictures = PicturePlace.bySize

  @Flag(help: "Leave solutions out.")
  var student = false

  @Flag(help: "Overwrite files of others in the output folder.")
  var force = false

  @OptionGroup var theme: ThemeOptions
  @OptionGroup var sandbox: SandboxOptions
  @OptionGroup var speech: SpeechOptions

  func validate() throws {
    try RunTarget.check(output, for: notebooks)
    if pictures == .beside, let output, case .file = try RunTarget(output: output, formats: to) {
      throw ValidationError("--pictures beside needs a folder after --output, not \(output)")
    }
  }

  func run() throws {
    let console = speech.console
    try console.showingProblems { try work(console) }
  }

  private func work(_ console: Console) throws {
    try sandbox.enter(try fence, console)
    let list = try NotebookList(notebooks, except: output)
    try RunTarget.check(output, for: list.paths)
    try OutputClash.check(list, target)
    try NotebookLoop(console: console, json: false).run(list) { lesson, _ in
      let target = try target(lesson)
      if !force, case .folder = target {
        try ForeignFile(lesson: lesson.path, console: console)
          .check(target.files(of: lesson.path))
      }
      try render(lesson.path, target, console)
    }
  }

  /// All that this command line grants.
  private var fence: Fence {
    get throws {
      var fence = output == nil ? Fence.running(notebooks) : Fence.reading(notebooks)
      theme.allow(&fence)
      guard let output else { return fence }
      try fence.allowOutput(try RunTarget(output: output, formats: to), of: notebooks)
      return fence
    }
  }

  private func render(_ path: String, _ target: RunTarget, _ console: Console) throws {
    if NotebookLoading.isJupyter(path) { return try renderJupyter(path, target, console) }
    let loading = NotebookLoading(console: console, events: nil)
    let notebook = try loading.notebook(path)
    let theme = try theme.file.theme(of: notebook, at: path, loading)
    let console = console.speaking(notebook)
    // Prose needs no run.
    let store = RecordStore(notebookPath: path, console: console)
    guard let record = RunRecord(proseOf: notebook) ?? store.latest() else {
      throw Problem.noRecord(path)
    }
    var writer = OutputWriter(path: path, target: target, force: true, console: console)
    writer.picturePlace = pictures
    writer.theme = theme
    writer.isForStudents = student
    try writer.write(record, notebook)
  }

  private func target(_ lesson: NotebookList.Entry) throws -> RunTarget {
    if let output {
      return try RunTarget(output: output, formats: to).below(lesson.subfolder)
    }
    return .folder(path: PathText.folder(of: lesson.path), formats: to ?? FormatList(["html"]))
  }

  /// A Jupyter notebook has its outputs in itself, whoever ran it.
  private func renderJupyter(_ path: String, _ target: RunTarget, _ console: Console) throws {
    let loading = NotebookLoading(console: console, events: nil)
    let lesson = try loading.jupyter(path)
    let shown = loading.shown(lesson)
    let found = LessonPictures(of: lesson.notebook, beside: path, known: shown.pictures)
    loading.show(found.findings, of: lesson.notebook)
    var pages = JupyterPages(
      path: path, lesson: lesson, shown: shown, pictures: found.found, picturePlace: pictures,
      theme: try theme.file.theme(of: lesson.notebook, at: path, loading), isForStudents: student)
    var folder = PathText.folder(of: path)
    var (main, formats): (String?, FormatList) = (nil, FormatList(["html"]))
    switch target {
    case .notebook: break
    case .file(let file, let format):
      (main, formats, folder) = (file, format, PathText.folder(of: file))
      pages.picturePlace = .inside
    case .folder(let path, let list): (formats, folder) = (list, path)
    }
    let name = PathText.stem(of: main ?? path)
    let output = OutputFiles(notebookPath: path)
    for renderer in formats.renderers {
      guard type(of: renderer).name != PathText.fileExtension(of: path) else {
        throw Problem.isJupyter(path)
      }
      var files = try pages.files(renderer, name: name)
      let written = main ?? PathText.join(folder, files[0].path)
      try NamedOutput(folder, lessons: [path]).makeFolder()
      if main == nil {
        try output.write(files, of: renderer, into: folder)
      } else {
        try output.write(files.removeFirst().bytes, to: written)
        try output.write(files.filter { !$0.isCopy }, under: folder)
      }
      console.say(Message("wrote \(written)", pt: "gravado: \(written)"))
    }
  }
}

extension PicturePlace {
  /// - Throws: a usage error for a word that is none of the places.
  fileprivate init(word: String) throws {
    guard let place = PicturePlace(rawValue: word) else {
      let words = PicturePlace.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(word)' is none of \(words)")
    }
    self = place
  }
}

extension Problem {
  /// A Jupyter notebook can't be rendered as what it is.
  fileprivate static func isJupyter(_ path: String) -> Problem {
    Problem(
      ExitCodes.notebook, code: "same-format",
      Message(
        "\(path): this is a Jupyter notebook already", pt: "\(path): já é um caderno Jupyter"))
  }
}
