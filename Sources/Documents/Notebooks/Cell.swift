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

  public let kind: Kind
  public let range: Range<Int>
  public let bytes: ArraySlice<UInt8>
}
