/// A block of a Markdown document (CommonMark 0.30, section 3).
public struct Block: Hashable, Sendable {
  /// What a block is.
  public enum Kind: Hashable, Sendable {
    case blockQuote
    case list
    case item
    /// Fenced or indented; for a fenced one, the info string without escapes.
    case codeBlock(info: String)
    case html
    case paragraph
    case heading(level: Int)
    case thematicBreak
  }

  /// What it is.
  public let kind: Kind
  /// The block's first line, from 1.
  public let line: Int
  /// How many containers it lies in: 0 at the top level.
  public let depth: Int
  /// The links and images in a paragraph or heading, in order.
  public internal(set) var links: [InlineLink]
  /// The raw HTML in a paragraph or heading, in order: tags and comments; all of a block of HTML.
  public internal(set) var html: [String] = []
}
