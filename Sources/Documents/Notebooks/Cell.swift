/// A piece of a notebook; all of them together are its bytes.
public struct Cell: Hashable, Sendable {
  /// What a piece is; the numbers index `Notebook.directives` and `Notebook.regions`.
  public enum Kind: Hashable, Sendable {
    case byteOrderMark
    case frontMatter
    case prose
    case directive(Int)
    case region(Int)
  }

  /// What it is.
  public let kind: Kind
  /// Byte offsets in the notebook.
  public let range: Range<Int>
  /// The bytes there; all cells' bytes, joined, are the file.
  public let bytes: ArraySlice<UInt8>
}
