/// A picture that prose names, outside of outputs.
public struct PictureLink: Hashable, Sendable {
  /// The address as Markdown means it, percent-encoded as its author wrote it.
  public let address: String
  /// What readers have who don't see the picture.
  public let text: String
  /// Whether its author says in HTML that it shows nothing new, by an empty text.
  public let isDecorative: Bool
  /// Where it stands in the notebook's bytes, from `![` on; the first line of its paragraph where that
  /// isn't known.
  public let range: Range<Int>
  /// Where the attributes behind it stand, as in `{width=50%}`; nil where there are none.
  public let attributes: Range<Int>?
}
