/// A name as it is written, and where.
public struct Identifier: Hashable, Sendable {
  /// The name.
  public let text: String
  /// UTF-8 offsets in the source.
  public let range: Range<Int>
}
