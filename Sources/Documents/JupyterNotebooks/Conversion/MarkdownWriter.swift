internal import Diagnostics
internal import JSON
internal import Notebooks

/// Writes a Jupyter notebook's cells as Markdown.
struct MarkdownWriter {
  private(set) var text = ""
  private(set) var pieces: [MarkdownPiece] = []
  private(set) var attachments: AttachmentFiles
  private let notebook: JupyterNotebook
  private let isPlain: Bool
  /// The number of the cell that is front matter, and its text.
  private let front: (number: Int, text: String)?
  private let addsFrontMatter: Bool
  private let prose: ProseCheck
  private var endsInProse = false

  init(
    _ notebook: JupyterNotebook, name: String, vocabulary: DirectiveVocabulary, isPlain: Bool
  ) {
    self.notebook = notebook
    self.isPlain = isPlain
    attachments = AttachmentFiles(name: name)
    front = FrontCell.find(in: notebook.cells)
    addsFrontMatter = front == nil && Self.addsFrontMatter(to: notebook, vocabulary)
    let isRunning = front.map { FrontCell.runsPython($0.text, vocabulary) } ?? addsFrontMatter
    prose = ProseCheck(vocabulary: vocabulary, runsPython: isRunning)
  }

  /// Whether a notebook that has no front matter gets the one by which its plain code runs.
  ///
  /// - Parameter vocabulary: the directives that exist, `.keras` among them.
  static func addsFrontMatter(
    to notebook: JupyterNotebook, _ vocabulary: DirectiveVocabulary
  ) -> Bool {
    notebook.language == "python" && !notebook.lacksFrontMatter
      && notebook.cells.contains(where: isPlainCode) && hasNoPythonInProse(notebook, vocabulary)
  }

  /// Python as it is, not a directive in a cell's clothes.
  private static func isPlainCode(_ cell: JupyterCell) -> Bool {
    cell.kind == .code && DirectiveMagic(cell.source) == nil
  }

  /// Examples in prose would run as well where all plain `python` fences do.
  private static func hasNoPythonInProse(
    _ notebook: JupyterNotebook, _ vocabulary: DirectiveVocabulary
  ) -> Bool {
    let running = ProseCheck(vocabulary: vocabulary, runsPython: true)
    let resting = ProseCheck(vocabulary: vocabulary, runsPython: false)
    return notebook.cells.allSatisfy { cell in
      let hasFence = cell.source.contains("```") || cell.source.contains("~~~")
      guard cell.kind == .markdown, hasFence else { return true }
      let source = LineBreaks.unified(cell.source)
      return running.isPlain(source) || !resting.isPlain(source)
    }
  }

  mutating func write() {
    if addsFrontMatter { text = MarkdownForm.addedFrontMatter }
    if let front { text = front.text + "\n" }
    writeNotebookMarker()
    if let front { writeFrontMarker(notebook.cells[front.number], front.number) }
    for (number, cell) in notebook.cells.enumerated() where number != front?.number {
      write(cell, number)
    }
  }

  private mutating func writeNotebookMarker() {
    var marker = NotebookMarker()
    marker.minorVersion = notebook.minorVersion
    marker.metadata = notebook.metadata
    // The state of widgets and the mark of a made notebook belong to outputs, which don't stand here, and that
    // there is no front matter the Markdown tells itself.
    for name in ["widgets", JupyterNotebook.ownMetadata] { marker.metadata[name] = nil }
    if marker.isNeeded, !isPlain { writeBlock(marker.line) }
  }

  private mutating func writeFrontMarker(_ cell: JupyterCell, _ number: Int) {
    var marker = self.marker(cell, number)
    marker.lineBreaks = 0
    marker.place = number
    let isTold = number > 0 || text == MarkdownForm.addedFrontMatter && wouldAddFrontMatter
    guard !isPlain, isTold || marker.id != nil || marker.metadata != FrontCell.metadata else {
      return
    }
    marker.role = .front
    writeBlock(marker.line)
  }

  /// Whether the front matter were there without its cell too.
  private var wouldAddFrontMatter: Bool {
    guard let front else { return false }
    var rest = notebook
    rest.cells.remove(at: front.number)
    return Self.addsFrontMatter(to: rest, prose.vocabulary)
  }

  private mutating func write(_ cell: JupyterCell, _ number: Int) {
    var marker = self.marker(cell, number)
    var source = LineBreaks.unified(cell.source)
    var kept: JSONObject?
    if let own = cell.attachments, cell.kind != .code {
      let id = cell.id ?? Self.defaultID(number)
      let (changed, rest) = attachments.extract(own, from: source, cell: id)
      (source, kept) = (changed, rest)
      marker.attachments = isPlain ? nil : rest
    }
    switch cell.kind {
    case .code: writeCode(source, marker, number)
    case .raw:
      marker.role = .raw
      marker.lineBreaks = 0
      writeBlock(marker.line)
      writeFence(source.isEmpty ? nil : source, info: "text", number)
    case .markdown: writeProse(source, &marker, number, kept)
    }
  }

  private mutating func writeCode(_ source: String, _ marker: CellMarker, _ number: Int) {
    var marker = marker
    marker.lineBreaks = 0
    if let magic = DirectiveMagic(source) {
      describe(magic, &marker)
      if marker.isNeeded { writeBlock(marker.line) }
      let offset = source.utf8.count - (magic.body?.utf8.count ?? 0)
      return writeFence(
        magic.body, info: magic.info, number, from: offset, infoAt: magic.head.utf8.count)
    }
    let language = notebook.language
    var info = language
    if language == "python" {
      info = tagged(prose.runsPython ? "python" : "python {.keras}", &marker)
    } else {
      info = language.filter { $0.isLetter || $0.isNumber || "+-#".contains($0) }
      marker.role = .code
    }
    if marker.isNeeded { writeBlock(marker.line) }
    writeFence(source.isEmpty ? nil : source, info: info, number)
  }

  /// Keeps what a directive's fence doesn't tell of its cell.
  private func describe(_ magic: DirectiveMagic, _ marker: inout CellMarker) {
    let directive = prose.directive(info: magic.info)
    if directive == nil { marker.role = .code }
    let readsAsCode =
      directive.map { PlainCode.isPlain($0, runsPython: prose.runsPython) && magic.body != "" }
      ?? FencedText.isWord(magic.info)
    if let directive, !directive.tags.isEmpty, marker.metadata.tags == directive.tags {
      marker.metadata["tags"] = nil
    }
    guard !isPlain else { return }
    if readsAsCode || magic.head != DirectiveMagic.usualHead { marker.head = magic.head }
    if !magic.tail.isEmpty { marker.tail = magic.tail }
  }

  /// A fence's info string with the marker's tags, which then needn't keep them.
  private func tagged(_ info: String, _ marker: inout CellMarker) -> String {
    guard let attribute = FenceTags.attribute(marker.metadata.tags ?? []) else { return info }
    marker.metadata["tags"] = nil
    return info.hasSuffix("}") ? "\(info.dropLast()) \(attribute)}" : "\(info) {\(attribute)}"
  }

  /// - Parameter kept: what `AttachmentFiles` made of the cell's attachments.
  private mutating func writeProse(
    _ source: String, _ marker: inout CellMarker, _ number: Int, _ kept: JSONObject?
  ) {
    let isBlank = source.allSatisfy(\.isWhitespace)
    guard isBlank ? source.allSatisfy({ $0 == "\n" }) : prose.isPlain(source) else {
      marker.role = .markdownSource
      marker.lineBreaks = 0
      writeBlock(marker.line)
      return writeFence(source.isEmpty ? nil : source, info: "markdown", number)
    }
    let content = source.trimming("\n")
    if content.isEmpty { marker.role = .markdown }
    let looksLikeFront = text.isEmpty && content.hasPrefix("---")
    if marker.isNeeded || endsInProse || looksLikeFront { writeBlock(marker.line) }
    // Prose that follows a marker is that cell's: the next one needs its own.
    endsInProse = true
    guard !content.isEmpty else { return }
    startBlock()
    var offset = 0
    for part in AttachmentFiles.parts(of: content, kept) {
      piece(number, offset, offset + (part.isPath ? 0 : part.count))
      text += part.text
      offset += part.count
    }
    text += "\n"
  }

  // MARK: - Blocks

  /// - Parameters:
  ///   - source: the lines inside; nil where there are none.
  ///   - place: where the info string stands in the cell, where it does.
  private mutating func writeFence(
    _ source: String?, info: String, _ number: Int, from offset: Int = 0, infoAt place: Int? = nil
  ) {
    let fence = FencedText.fence(around: source ?? "", info: info)
    startBlock()
    piece(number, 0, 0)
    if let place, let range = fence.opening.firstRange(of: info) {
      text += fence.opening[..<range.lowerBound]
      piece(number, place, place + info.utf8.count)
      text += fence.opening[range.lowerBound...]
    } else {
      text += fence.opening
    }
    if let source {
      piece(number, offset, offset + source.utf8.count)
      text += source + "\n"
    }
    text += fence.closing + "\n"
    endsInProse = false
  }

  private mutating func writeBlock(_ line: String) {
    startBlock()
    text += line + "\n"
    endsInProse = false
  }

  private mutating func startBlock() {
    if !text.isEmpty { text += "\n" }
  }

  private mutating func piece(_ cell: Int, _ offset: Int, _ end: Int) {
    pieces.append(
      MarkdownPiece(start: text.utf8.count, cell: cell, sourceOffset: offset, sourceEnd: end))
  }

  private func marker(_ cell: JupyterCell, _ number: Int) -> CellMarker {
    var marker = CellMarker()
    if isPlain {
      let tags = (cell.metadata.tags ?? []).filter { CellTags.tag($0) != nil }
      if cell.kind == .code, notebook.language == "python", !tags.isEmpty {
        marker.metadata.setTags(tags)
      }
      return marker
    }
    let usual = Self.usualID(cell, number)
    marker.id = cell.id == usual ? nil : cell.id
    marker.metadata = cell.metadata
    marker.lineBreaks = LineBreaks.unified(cell.source).reversed().prefix { $0 == "\n" }.count
    marker.breaks = LineBreaks(of: cell.source)
    return marker
  }
}
