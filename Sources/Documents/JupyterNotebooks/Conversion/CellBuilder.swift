internal import Diagnostics
internal import JSON
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
  /// Whether a marker tells of the front matter's cell, which then is one.
  private var hasFrontMarker = false
  /// How many cells stand before that one: papermill's.
  private var frontPlace = 0
  /// The marker whose cell hasn't come yet.
  private var pending: (marker: CellMarker, range: Range<Int>)?

  init(_ notebook: Notebook, readFile: @escaping (String) -> [UInt8]?) {
    self.notebook = notebook
    self.readFile = readFile
    for part in MarkdownParts(notebook).parts { add(part) }
    endPending()
    settleFrontMatter()
    marker.minorVersion >= 5 ? giveIDs() : removeIDs()
  }

  private mutating func add(_ part: MarkdownParts.Part) {
    switch part {
    case .notebook(let found): marker = found
    case .frontMatter(let text):
      append(FrontCell.cell(text))
    case .marker(let found, let range):
      if found.role == .front {
        if cells.count == 1 { describe(&cells[0], by: found) }
        (hasFrontMarker, frontPlace) = (true, found.place)
        return
      }
      endPending()
      pending = (found, range)
    case .prose(let text): addProse(text)
    case .directive(let directive): addDirective(directive)
    }
  }

  /// The notebook as far as it is known.
  var made: JupyterNotebook {
    JupyterNotebook(minorVersion: marker.minorVersion, metadata: marker.metadata, cells: cells)
  }

  /// Leaves out front matter that the way back adds by itself: Jupyter needs no telling that Python runs. Where it
  /// would add some that wasn't there, the notebook says so.
  private mutating func settleFrontMatter() {
    let vocabulary = notebook.vocabulary.withKeras
    guard let front = cells.first, notebook.frontMatter.range != nil else {
      var notebook = made
      notebook.lacksFrontMatter = MarkdownWriter.addsFrontMatter(to: notebook, vocabulary)
      marker.metadata = notebook.metadata
      return
    }
    if frontPlace > 0, frontPlace < cells.count {
      cells.insert(cells.removeFirst(), at: frontPlace)
      directiveCells = directiveCells.mapValues { $0 <= frontPlace ? $0 - 1 : $0 }
    }
    guard front.source + "\n" == MarkdownForm.addedFrontMatter, !hasFrontMarker else { return }
    cells.removeFirst()
    if MarkdownWriter.addsFrontMatter(to: made, vocabulary) {
      directiveCells = directiveCells.mapValues { $0 - 1 }
    } else {
      cells.insert(front, at: 0)
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
    let body = fence.content ?? ""
    switch role {
    case .code:
      let isCode = FencedText.isWord(fence.info) && pending?.marker.head == nil
      append(JupyterCell(.code, source: isCode ? body : magic(fence.info, fence.content)))
    case .raw: append(JupyterCell(.raw, source: body))
    default: append(JupyterCell(.markdown, source: body))
    }
    let rest = fence.rest.trimming("\n")
    if !rest.allSatisfy(\.isWhitespace) { append(JupyterCell(.markdown, source: rest)) }
  }

  private mutating func addDirective(_ directive: Directive) {
    if let role = pending?.marker.role, role != .cell { endPending() }
    let body = directive.body.isEmpty ? nil : String(directive.body.dropLast())
    let isPlain = PlainCode.isPlain(
      directive, runsPython: notebook.frontMatter.python == "keras")
    // A cell of plain code can't tell one empty line from none, and some would be read as directives.
    if isPlain, body != "", pending?.marker.head == nil, DirectiveMagic(body ?? "") == nil {
      append(JupyterCell(.code, source: body ?? ""))
    } else {
      append(JupyterCell(.code, source: magic(directive.info, body)))
    }
    if !directive.attributeTags.isEmpty, cells[cells.count - 1].metadata["tags"] == nil {
      cells[cells.count - 1].metadata.setTags(directive.attributeTags)
    }
    directiveCells[directive.id] = cells.count - 1
  }

  /// A directive's cell, with blanks as the marker before it has them.
  private func magic(_ info: String, _ body: String?) -> String {
    let marker = pending?.marker
    return DirectiveMagic(
      info: info, body: body, head: marker?.head ?? DirectiveMagic.usualHead,
      tail: marker?.tail ?? ""
    ).source
  }

  // MARK: - What markers say

  private mutating func append(_ cell: JupyterCell) {
    var cell = cell
    if let pending {
      self.pending = nil
      restoreFiles(pending.marker, pending.range, &cell)
      cell.source += String(repeating: "\n", count: pending.marker.lineBreaks)
      cell.source = pending.marker.breaks.restored(in: cell.source)
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
      let wanted = cells[index].id ?? MarkdownWriter.usualID(cells[index], index)
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
