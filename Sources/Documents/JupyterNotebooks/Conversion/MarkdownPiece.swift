/// A stretch of Markdown that came from a cell, up to the next one's start.
struct MarkdownPiece: Sendable {
  /// The UTF-8 offset in the Markdown.
  let start: Int
  /// The cell's number.
  let cell: Int
  /// The UTF-8 offset in the cell's source.
  let sourceOffset: Int
  /// Where the stretch ends in the cell's source; the same where it was made up, as fences are.
  let sourceEnd: Int
}
