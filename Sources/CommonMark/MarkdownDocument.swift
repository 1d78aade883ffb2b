/// The block structure of a Markdown document as libcmark reads it.
public struct MarkdownDocument: Sendable {
  /// All blocks in document order, containers before what they hold.
  public let blocks: [Block]

  /// Reads a document. Bytes that aren't UTF-8, and NUL bytes, count as U+FFFD. Cost: linear.
  public init(_ bytes: some Collection<UInt8>) { blocks = [] }
}
