/// A link or an image in a paragraph or heading.
public struct InlineLink: Hashable, Sendable {
  public let isImage: Bool
  /// The address without escapes.
  public let url: String
}
