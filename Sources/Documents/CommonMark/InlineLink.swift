/// A link or an image in a paragraph or heading.
public struct InlineLink: Hashable, Sendable {
  /// Whether it is an image, whose address is a picture's.
  public let isImage: Bool
  /// The address without escapes.
  public let url: String
  /// What a reader sees of it, without marks of emphasis.
  public internal(set) var text = ""
}
