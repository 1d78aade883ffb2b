public import Notebooks

/// A Jupyter notebook as Caderno's Markdown, and where each of its bytes comes from.
///
/// Code cells become fences that run, Markdown cells stay as they are, and what only Jupyter knows
/// stands in comments (`CellMarker`). `JupyterNotebook.init(markdown:)` is the way back.
public struct MarkdownForm: Sendable {
  /// The Markdown.
  public let text: String
  /// Attachments, which the Markdown refers to by their paths.
  public let files: [CellFile]
  /// From where to where each cell stands in `text`, as UTF-8 offsets, with its fence or marker.
  let pieces: [MarkdownPiece]

  /// The front matter of a notebook that has none: its `python` fences run.
  static let addedFrontMatter = "---\ncaderno:\n  python: keras\n---\n"

  /// Cost: linear.
  ///
  /// - Parameters:
  ///   - name: the notebook's file name without its extension; files go to `NAME.files/`.
  ///   - vocabulary: the directives that exist; `.keras` always counts as one.
  ///   - isPlain: whether to leave out what only Jupyter needs: ids and metadata.
  public init(
    _ notebook: JupyterNotebook, name: String, vocabulary: DirectiveVocabulary,
    isPlain: Bool = false
  ) {
    var writer = MarkdownWriter(
      notebook, name: name, vocabulary: vocabulary.withKeras, isPlain: isPlain)
    writer.write()
    text = writer.text
    files = writer.attachments.files
    pieces = writer.pieces
  }

  /// The cell that a byte comes from, and the UTF-8 offset in its source; nil for what stands in no
  /// cell. Cost: O(log cells).
  public func origin(of offset: Int) -> (cell: Int, offset: Int)? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let piece = pieces[low - 1]
    return (piece.cell, min(piece.sourceOffset + offset - piece.start, piece.sourceEnd))
  }
}
