/// One step of a walk through a Markdown document.
struct MarkdownEvent {
  /// What a node is, with what it carries.
  enum Node: Equatable {
    case document
    case blockQuote
    /// `start` is nil for a bullet list.
    case list(start: Int?)
    case item
    case codeBlock(info: String, code: String)
    case htmlBlock(String)
    /// In a tight list a paragraph has no tags of its own.
    case paragraph(isTight: Bool)
    case heading(level: Int)
    case thematicBreak
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case htmlInline(String)
    case emphasis
    case strong
    case link(url: String, title: String)
    case image(url: String, title: String)
  }

  let node: Node
  /// Whether the walk enters the node; leaves are only entered.
  let isEntry: Bool
  /// The first line of a block, from 1; of no use for inlines.
  let line: Int
}
