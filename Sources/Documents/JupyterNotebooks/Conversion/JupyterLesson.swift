public import Diagnostics
public import Notebooks

/// A Jupyter notebook that is run, checked or shown: its file, the Markdown that it stands for, and
/// the way from one to the other.
///
/// What runs is `notebook`, as for a Markdown lesson. Findings in it are led back to the `.ipynb` by
/// `located`, outputs by `cell(of:)` and `JupyterFile.writing`.
public struct JupyterLesson: Sendable {
  /// The file, byte for byte, into which outputs are spliced.
  public let file: JupyterFile
  /// The Markdown that stands for the cells, with the way back to them.
  public let form: MarkdownForm
  /// The file's cells as a notebook of Caderno; its source is `form.text`, never on disk.
  public let notebook: Notebook

  /// - Parameters:
  ///   - name: the file's name without its extension.
  ///   - vocabulary: the directives that exist; `.keras` always counts as one.
  public init(_ file: JupyterFile, name: String, vocabulary: DirectiveVocabulary) {
    self.file = file
    form = MarkdownForm(file.notebook, name: name, vocabulary: vocabulary)
    notebook = Notebook(
      source: SourceText(file: file.source.file, bytes: Array(form.text.utf8)),
      vocabulary: vocabulary.withKeras)
  }

  /// The number of the code cell that a directive stands for.
  public func cell(of directive: Directive) -> Int? {
    let cell = form.origin(of: directive.range.lowerBound)?.cell
    return cell.flatMap { file.notebook.cells[$0].kind == .code ? $0 : nil }
  }

  /// Code cells that were directives, and are none as they are written now: nothing runs them.
  public var formerDirectives: [Int] {
    let running = Set(notebook.directives.compactMap(cell))
    return file.notebook.cells.indices.filter {
      let cell = file.notebook.cells[$0]
      return cell.kind == .code && !running.contains($0) && DirectiveMagic(cell.source) != nil
    }
  }

  /// A finding in `notebook` with its place in the `.ipynb`.
  public func located(_ diagnostic: Diagnostic) -> Diagnostic {
    var located = diagnostic
    let start = offset(of: diagnostic.range.lowerBound)
    located.range = start..<max(start, offset(of: diagnostic.range.upperBound))
    return located
  }

  /// The file's byte that a byte of the Markdown comes from; 0 for what was made up.
  public func offset(of markdown: Int) -> Int {
    guard let (cell, offset) = origin(of: markdown) else { return 0 }
    return file.offset(ofSource: offset, inCell: cell)
  }

  /// The cell that a byte of the Markdown comes from, and the UTF-8 offset in its source; nil for what was made
  /// up.
  public func origin(of markdown: Int) -> (cell: Int, offset: Int)? {
    form.origin(of: markdown).map { cell, offset in
      (cell, LineBreaks.offset(offset, in: file.notebook.cells[cell].source))
    }
  }
}
