internal import Diagnostics
internal import Digests
internal import Execution
internal import Files
internal import Notebooks
internal import Rendering
internal import RunRecords

/// A run as a notebook shows it: each directive's region as text, each figure as its file's text.
///
/// Two runs can be compared in this form where one of them is known from a notebook alone.
struct ShownRun {
  /// The task that holds the numbers in prose.
  static let prose = "prose"
  /// The kind of outputs that belong to no directive: a run takes them out.
  static let stray = "outputs"

  let record: RunRecord
  /// Figures' files by `DIRECTIVE/NAME`, which the record has as text without embedded pictures.
  let files: [String: [UInt8]]

  /// The outputs that stand in a notebook.
  ///
  /// - Parameters:
  ///   - origin: the run that made them, where it is known; it tells what they were made from.
  ///   - file: the bytes of a file by its path beside the notebook; nil where there is none.
  init(_ notebook: Notebook, origin: RunRecord?, file: (String) -> [UInt8]?) {
    var files: [String: [UInt8]] = [:]
    let made = origin?.tasksByID ?? [:]
    let regions = notebook.regionsByOwner
    let parameters = ParameterRecord.defaults(of: notebook)
    var tasks = notebook.directives.map { directive in
      guard let region = regions[directive.id] else { return Self.task(directive, parameters) }
      var outputs = [Self.text("region", region.body, figures: region.figureFiles)]
      for path in region.figureFiles {
        let bytes = file(path)
        files["\(directive.id)/\(Self.fileName(path))"] = bytes
        let text = bytes.map { String(decoding: $0, as: UTF8.self) }
        outputs.append(Self.figure(path, text ?? "(no such file)"))
      }
      var task = Self.task(directive, parameters)
      task.key = region.isIntact ? region.key : ""
      task.inputs = made[region.id]?.inputs ?? task.inputs
      task.outputs = outputs
      return task
    }
    tasks += notebook.abandonedRegions.map { region in
      TaskRecord(
        id: region.id, isNamed: false, kind: Self.stray, sourceSHA256: "",
        lines: LineRange(region.lines), key: region.isIntact ? region.key : "",
        outputs: [Self.text("region", region.body, figures: region.figureFiles)])
    }
    let prose = Self.prose(notebook.runLinks.map { ($0.target, $0.text) })
    if !prose.outputs.isEmpty { tasks.append(prose) }
    var record = origin ?? RunRecord(unknownRunOf: notebook)
    if origin == nil { record.parameters = parameters }
    record.notebook = NotebookRecord(
      path: notebook.source.file, sha256: SHA256Digest(of: notebook.source.bytes).description,
      title: notebook.frontMatter.title, lang: notebook.frontMatter.lang)
    record.tasks = tasks
    self.record = record
    self.files = files
  }

  /// A run as it would stand in a notebook.
  ///
  /// - Parameter links: the numbers in the prose of the notebook that it is compared with.
  init(_ run: RunRecord, links: [RunLink]) {
    let language = run.notebook.lang.flatMap(Language.init(tag:)) ?? .english
    let renderer = RegionRenderer(
      lessonName: PathText.stem(of: run.notebook.path), language: language)
    var record = run
    var files: [String: [UInt8]] = [:]
    record.tasks = run.tasks.map { task in
      var shown = task
      (shown.status, shown.outputs) = (.ok, [])
      guard task.status == .ok || task.status == .cached else {
        shown.key = ""
        return shown
      }
      let region = renderer.region(of: task)
      guard !region.body.isEmpty else { return shown }
      let figures = renderer.figures(of: task)
      for figure in figures { files["\(task.id)/\(Self.fileName(figure.path))"] = figure.bytes }
      shown.outputs =
        [Self.text("region", region.body, figures: figures.map(\.path))]
        + figures.map { Self.figure($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
      return shown
    }
    let prose = Self.prose(
      RunResult(run).texts(for: links, in: language).map { ($0.link.target, $0.text) })
    if !prose.outputs.isEmpty { record.tasks.append(prose) }
    self.record = record
    self.files = files
  }

  /// A directive below which nothing stands.
  private static func task(_ directive: Directive, _ parameters: [ParameterRecord]) -> TaskRecord {
    TaskRecord(
      id: directive.id, isNamed: directive.isNamed, kind: directive.kind,
      sourceSHA256: directive.sourceSHA256.description, lines: LineRange(directive.lines), key: "",
      inputs: SourceInputs.inputs(of: directive, parameters: parameters),
      source: TaskRecord.kept(directive.cellText),
      cellID: directive.cellID)
  }

  private static func prose(_ links: [(target: String, text: String)]) -> TaskRecord {
    var seen: [String: Int] = [:]
    let outputs = links.map { link -> Output in
      seen[link.target, default: 0] += 1
      let count = seen[link.target] ?? 1
      let name = count == 1 ? link.target : "\(link.target) (\(count))"
      return .text(TextOutput(name: name, text: link.text))
    }
    return TaskRecord(
      id: prose, kind: prose, sourceSHA256: "", lines: LineRange(1...1), key: "",
      outputs: outputs)
  }

  /// A lesson's figures stand in a folder of its name, which two lessons need not share.
  private static func text(_ name: String, _ body: String, figures: [String]) -> Output {
    let text = figures.reduce(body) { text, path in
      text.replacing(
        "](\(MarkdownAddress.address(ofPath: path)))", with: "](\(fileName(path)))")
    }
    return .text(TextOutput(name: name, text: text))
  }

  private static func figure(_ path: String, _ text: String) -> Output {
    .text(TextOutput(name: fileName(path), text: withoutEmbedded(text)))
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Embedded pictures as short hashes, so that a report can show the lines that differ.
  private static func withoutEmbedded(_ text: String) -> String {
    var pieces = text.components(separatedBy: "data:")
    for index in pieces.indices.dropFirst() {
      let piece = pieces[index]
      let end = piece.firstIndex(of: "\"") ?? piece.endIndex
      let digest = SHA256Digest(of: String(piece[..<end])).hex(6)
      pieces[index] = "\(digest)\(piece[end...])"
    }
    return pieces.joined(separator: "data:")
  }
}

extension RunRecord {
  /// A notebook alone doesn't tell what its outputs were made by, if it has any.
  init(unknownRunOf notebook: Notebook) {
    self.init(
      id: "", notebook: NotebookRecord(path: notebook.source.file, sha256: ""),
      seed: notebook.frontMatter.seed, numericsVersion: 0, cadernoVersion: "",
      environment: EnvironmentRecord(operatingSystem: "", instructionSet: "", threads: 1),
      startedAt: "")
  }

  /// What stands for the run of a page in which nothing runs; nil for any other.
  init?(proseOf notebook: Notebook) {
    guard notebook.directives.isEmpty else { return nil }
    self.init(unknownRunOf: notebook)
    cadernoVersion = Version.text
  }
}

extension String {
  /// The parts between a separator.
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
