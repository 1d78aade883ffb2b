internal import CommonMark
internal import Diagnostics
internal import Notebooks

/// Cuts a notebook's Markdown where cells begin: at directives, at their outputs and at markers.
struct MarkdownParts {
  /// A part, in document order.
  enum Part {
    /// Without its last line break.
    case frontMatter(String)
    case notebook(NotebookMarker)
    case marker(CellMarker, at: Range<Int>)
    case prose(String)
    case directive(Directive)
  }

  private(set) var parts: [Part] = []
  private let notebook: Notebook
  private let markerLines: Set<Int>

  init(_ notebook: Notebook) {
    self.notebook = notebook
    markerLines = Self.htmlLines(of: notebook)
    for cell in notebook.cells { add(cell) }
  }

  /// The lines on which HTML begins at the top level.
  private static func htmlLines(of notebook: Notebook) -> Set<Int> {
    let start = notebook.frontMatter.range?.upperBound ?? 0
    let before = notebook.source.position(at: start).line - 1
    let document = MarkdownDocument(notebook.source.bytes[start...])
    let blocks = document.blocks.filter { $0.depth == 0 && $0.kind == .html }
    return Set(blocks.map { $0.line + before })
  }

  private mutating func add(_ cell: Cell) {
    switch cell.kind {
    case .byteOrderMark, .region: break
    case .frontMatter: parts.append(.frontMatter(Self.text(cell.bytes).trimming("\n")))
    case .directive(let index): parts.append(.directive(notebook.directives[index]))
    case .prose: addProse(cell.range)
    }
  }

  /// Cuts prose at markers.
  private mutating func addProse(_ range: Range<Int>) {
    let source = notebook.source
    var start = range.lowerBound
    var line = source.position(at: start).line
    while line <= source.lineStarts.count, source.lineStarts[line - 1] < range.upperBound {
      let content = source.line(line)
      if markerLines.contains(line), let part = Self.marker(content) {
        addText(start..<max(start, content.startIndex))
        parts.append(part)
        start = line < source.lineStarts.count ? source.lineStarts[line] : range.upperBound
      }
      line += 1
    }
    addText(start..<max(start, range.upperBound))
  }

  private static func marker(_ content: ArraySlice<UInt8>) -> Part? {
    let line = String(decoding: content, as: UTF8.self)
    if let marker = CellMarker(line: line) {
      return .marker(marker, at: content.startIndex..<content.endIndex)
    }
    return NotebookMarker(line: line).map(Part.notebook)
  }

  private mutating func addText(_ range: Range<Int>) {
    let text = Self.text(notebook.source.bytes[range])
    if !text.allSatisfy(\.isWhitespace) { parts.append(.prose(text.trimming("\n"))) }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    LineBreaks.unified(String(decoding: bytes, as: UTF8.self))
  }
}
