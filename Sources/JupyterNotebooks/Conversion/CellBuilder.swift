internal import Diagnostics
internal import Notebooks

/// Makes a Jupyter notebook's cells of the parts of a Markdown notebook.
struct CellBuilder {
  private(set) var cells: [JupyterCell] = []
  private(set) var marker = NotebookMarker()
  private(set) var diagnostics: [Diagnostic] = []
  /// The numbers of the cells that directives became.
  private(set) var directiveCells: [String: Int] = [:]
  private let notebook: Notebook
  private let readFile: (String) -> [UInt8]?
  /// The marker whose cell hasn't come yet.
  private var pending: (marker: CellMarker, range: Range<Int>)?

  init(_ notebook: Notebook, readFile: @escaping (String) -> [UInt8]?) {
    self.notebook = notebook
    self.readFile = readFile
    for part in MarkdownParts(notebook).parts { add(part) }
    endPending()
    marker.minorVersion >= 5 ? giveIDs() : removeIDs()
  }

  private mutating func add(_ part: MarkdownParts.Part) {
    switch part {
    case .notebook(let found): marker = found
    case .frontMatter(let text):
      // Jupyter needs no telling that Python runs.
      if text + "\n" != MarkdownForm.addedFrontMatter { append(JupyterCell(.raw, source: text)) }
    case .marker(let found, let range):
      if found.role == .front {
        if cells.count == 1 { describe(&cells[0], by: found) }
        return
      }
      endPending()
      pending = (found, range)
    case .prose(let text): addProse(text)
    case .directive(let directive): addDirective(directive)
    }
  }

  /// A marker that nothing followed is an empty cell.
  private mutating func endPending() {
    guard let (marker, _) = pending else { return }
    let kind: JupyterCell.Kind =
      marker.role == .code ? .code : marker.role == .raw ? .raw : .markdown
    append(JupyterCell(kind, source: ""))
  }

  private mutating func addProse(_ text: String) {
    let role = pending?.marker.role
    guard let role, role == .code || role == .raw || role == .markdownSource,
      let fence = FencedText(text)
    else { return append(JupyterCell(.markdown, source: text)) }
    let body = fence.body.isEmpty ? "" : String(fence.body.dropLast())
    switch role {
    case .code:
      let isWord = !fence.info.contains(" ") && !fence.info.contains("{")
      let magic = DirectiveMagic(info: fence.info, body: body)
      append(JupyterCell(.code, source: isWord ? body : magic.source))
    case .raw: append(JupyterCell(.raw, source: body))
    default: append(JupyterCell(.markdown, source: body))
    }
    let rest = fence.rest.trimming("\n")
    if !rest.allSatisfy(\.isWhitespace) { append(JupyterCell(.markdown, source: rest)) }
  }

  private mutating func addDirective(_ directive: Directive) {
    if let role = pending?.marker.role, role != .cell { endPending() }
    let body = directive.body.hasSuffix("\n") ? String(directive.body.dropLast()) : directive.body
    let hasSettings = directive.isNamed || !directive.options.isEmpty
    let runsPython = notebook.frontMatter.python == "keras"
    let isPlain =
      runsPython
      ? directive.isPlainPython && !hasSettings : directive.info == "python {.keras}"
    // Such a cell would be read as a directive.
    if isPlain, DirectiveMagic(body) == nil {
      append(JupyterCell(.code, source: body))
    } else {
      append(JupyterCell(.code, source: DirectiveMagic(info: directive.info, body: body).source))
    }
    directiveCells[directive.id] = cells.count - 1
  }

  // MARK: - What markers say

  private mutating func append(_ cell: JupyterCell) {
    var cell = cell
    if let pending {
      self.pending = nil
      restoreFiles(pending.marker, pending.range, &cell)
      cell.source += String(repeating: "\n", count: pending.marker.lineBreaks)
      describe(&cell, by: pending.marker)
    }
    cells.append(cell)
  }

  private func describe(_ cell: inout JupyterCell, by marker: CellMarker) {
    cell.id = marker.id
    cell.metadata = marker.metadata
  }

  private mutating func restoreFiles(
    _ marker: CellMarker, _ range: Range<Int>, _ cell: inout JupyterCell
  ) {
    guard let kept = marker.attachments, cell.kind != .code else { return }
    let restored = AttachmentFiles.restore(kept, in: cell.source, read: readFile)
    cell.source = restored.source
    cell.attachments = restored.attachments
    for path in restored.missing {
      diagnostics.append(
        Diagnostic(
          code: "attachment-missing", at: range,
          Message(
            "the attachment '\(path)' is not in the notebook's folder",
            pt: "o anexo '\(path)' não está na pasta do caderno")))
    }
  }

  private mutating func giveIDs() {
    var taken = Set<String>()
    for index in cells.indices {
      let usual = DirectiveMagic(cells[index].source)?.name ?? MarkdownWriter.defaultID(index)
      let wanted = cells[index].id ?? usual
      var id = wanted
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(wanted.prefix(56))-\(number)"
        number += 1
      }
      cells[index].id = id
    }
  }

  private mutating func removeIDs() {
    for index in cells.indices { cells[index].id = nil }
  }
}
