internal import Diagnostics
internal import Notebooks

/// Writes a Jupyter notebook's cells as Markdown.
struct MarkdownWriter {
  private(set) var text = ""
  private(set) var pieces: [MarkdownPiece] = []
  private(set) var attachments: AttachmentFiles
  private let notebook: JupyterNotebook
  private let isPlain: Bool
  /// The first cell, where it is front matter.
  private let front: String?
  private let addsFrontMatter: Bool
  private let prose: ProseCheck
  private var endsInProse = false

  init(
    _ notebook: JupyterNotebook, name: String, vocabulary: DirectiveVocabulary, isPlain: Bool
  ) {
    self.notebook = notebook
    self.isPlain = isPlain
    attachments = AttachmentFiles(name: name)
    front = notebook.cells.first.flatMap { FrontCell.text(of: $0) }
    let running = ProseCheck(vocabulary: vocabulary, runsPython: true)
    let isRunning: Bool
    if let front {
      isRunning = FrontCell.runsPython(front, vocabulary)
      addsFrontMatter = false
    } else {
      isRunning =
        notebook.language == "python" && notebook.cells.contains(where: Self.isPlainCode)
        && Self.hasNoPythonInProse(notebook, vocabulary, running)
      addsFrontMatter = isRunning
    }
    prose = ProseCheck(vocabulary: vocabulary, runsPython: isRunning)
  }

  /// Python as it is, not a directive in a cell's clothes.
  private static func isPlainCode(_ cell: JupyterCell) -> Bool {
    cell.kind == .code && !cell.source.hasPrefix(DirectiveMagic.word)
  }

  /// Examples in prose would run as well where all plain `python` fences do.
  private static func hasNoPythonInProse(
    _ notebook: JupyterNotebook, _ vocabulary: DirectiveVocabulary, _ running: ProseCheck
  ) -> Bool {
    let resting = ProseCheck(vocabulary: vocabulary, runsPython: false)
    return notebook.cells.allSatisfy { cell in
      let hasFence = cell.source.contains("```") || cell.source.contains("~~~")
      guard cell.kind == .markdown, hasFence else { return true }
      let source = lineFeeds(cell.source)
      return running.isPlain(source) || !resting.isPlain(source)
    }
  }

  mutating func write() {
    if addsFrontMatter { text = MarkdownForm.addedFrontMatter }
    if let front { text = front + "\n" }
    writeNotebookMarker()
    for (number, cell) in notebook.cells.enumerated() {
      if number == 0, front != nil {
        writeFrontMarker(cell)
      } else {
        write(cell, number)
      }
    }
  }

  private mutating func writeNotebookMarker() {
    var marker = NotebookMarker()
    marker.minorVersion = notebook.minorVersion
    marker.metadata = notebook.metadata
    // The state of widgets and the mark of a made notebook belong to outputs, which don't stand here.
    for name in ["widgets", "caderno"] { marker.metadata[name] = nil }
    if marker.isNeeded, !isPlain { writeBlock(marker.line) }
  }

  private mutating func writeFrontMarker(_ cell: JupyterCell) {
    var marker = self.marker(cell, 0)
    marker.lineBreaks = 0
    guard marker.isNeeded else { return }
    marker.role = .front
    writeBlock(marker.line)
  }

  private mutating func write(_ cell: JupyterCell, _ number: Int) {
    var marker = self.marker(cell, number)
    var source = Self.lineFeeds(cell.source)
    if let kept = cell.attachments, cell.kind != .code {
      let id = cell.id ?? Self.defaultID(number)
      let (changed, rest) = attachments.extract(kept, from: source, cell: id)
      source = changed
      marker.attachments = isPlain ? nil : rest
    }
    switch cell.kind {
    case .code: writeCode(source, marker, number)
    case .raw:
      marker.role = .raw
      marker.lineBreaks = 0
      writeBlock(marker.line)
      writeFence(source, info: "text", number)
    case .markdown: writeProse(source, &marker, number)
    }
  }

  private mutating func writeCode(_ source: String, _ marker: CellMarker, _ number: Int) {
    var marker = marker
    // The line breaks that a directive's cell ends with are no part of the directive.
    let breaks = source.reversed().prefix { $0 == "\n" }.count
    if let magic = DirectiveMagic(String(source.dropLast(breaks))) {
      if !prose.isDirective(info: magic.info) { marker.role = .code }
      if marker.isNeeded { writeBlock(marker.line) }
      let offset = source.utf8.count - breaks - magic.body.utf8.count
      return writeFence(magic.body, info: magic.info, number, from: offset)
    }
    marker.lineBreaks = 0
    let language = notebook.language
    var info = language
    if language == "python" {
      info = prose.runsPython ? "python" : "python {.keras}"
    } else {
      info = language.filter { $0.isLetter || $0.isNumber || "+-#".contains($0) }
      marker.role = .code
    }
    if marker.isNeeded { writeBlock(marker.line) }
    writeFence(source, info: info, number)
  }

  private mutating func writeProse(_ source: String, _ marker: inout CellMarker, _ number: Int) {
    let isBlank = source.allSatisfy(\.isWhitespace)
    guard isBlank ? source.allSatisfy({ $0 == "\n" }) : prose.isPlain(source) else {
      marker.role = .markdownSource
      marker.lineBreaks = 0
      writeBlock(marker.line)
      return writeFence(source, info: "markdown", number)
    }
    let content = source.trimming("\n")
    if content.isEmpty { marker.role = .markdown }
    let looksLikeFront = text.isEmpty && content.hasPrefix("---")
    if marker.isNeeded || endsInProse || looksLikeFront { writeBlock(marker.line) }
    // Prose that follows a marker is that cell's: the next one needs its own.
    endsInProse = true
    guard !content.isEmpty else { return }
    startBlock()
    piece(number, 0, content.utf8.count)
    text += content + "\n"
  }

  // MARK: - Blocks

  private mutating func writeFence(
    _ source: String, info: String, _ number: Int, from offset: Int = 0
  ) {
    let fence = FencedText.fence(around: source, info: info)
    startBlock()
    piece(number, 0, 0)
    text += fence.opening
    if !source.isEmpty {
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
    if isPlain { return marker }
    let usual = DirectiveMagic(cell.source)?.name ?? Self.defaultID(number)
    marker.id = cell.id == usual ? nil : cell.id
    marker.metadata = cell.metadata
    marker.lineBreaks = Self.lineFeeds(cell.source).reversed().prefix { $0 == "\n" }.count
    return marker
  }

  /// The id of a cell that has none of its own.
  static func defaultID(_ number: Int) -> String { "cell-\(number + 1)" }

  private static func lineFeeds(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}
