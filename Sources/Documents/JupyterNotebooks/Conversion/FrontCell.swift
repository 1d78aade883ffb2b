internal import Diagnostics
internal import JSON
internal import Notebooks

/// The raw cell at the top of a Jupyter notebook that holds the Markdown's front matter.
enum FrontCell {
  /// What keeps nbconvert from showing it as text in a page: no exporter takes raw cells of this media type.
  static let metadata: JSONObject = ["raw_mimetype": .string("application/yaml")]

  /// The cell that holds a lesson's front matter.
  static func cell(_ text: String) -> JupyterCell {
    JupyterCell(.raw, source: text, metadata: metadata)
  }

  /// The front matter among a notebook's cells: the first one that papermill didn't put in.
  static func find(in cells: [JupyterCell]) -> (number: Int, text: String)? {
    let number = cells.firstIndex {
      !CellTags($0.metadata.tags ?? []).contains(.injectsParameters)
    }
    return number.flatMap { number in text(of: cells[number]).map { (number, $0) } }
  }

  /// The front matter without a line break at its end; nil where the cell is another.
  static func text(of cell: JupyterCell) -> String? {
    guard cell.kind == .raw else { return nil }
    let text = cell.source.trimming("\n")
    guard text == cell.source, !text.contains("\r") else { return nil }
    let bytes = Array((text + "\n").utf8)
    let notebook = Notebook(
      source: SourceText(file: "", bytes: bytes), vocabulary: DirectiveVocabulary(kinds: []))
    return notebook.frontMatter.range?.count == bytes.count ? text : nil
  }

  /// Whether the front matter makes plain `python` fences run.
  static func runsPython(_ front: String, _ vocabulary: DirectiveVocabulary) -> Bool {
    let source = SourceText(file: "", bytes: Array((front + "\n").utf8))
    return Notebook(source: source, vocabulary: vocabulary).frontMatter.python == "keras"
  }
}
