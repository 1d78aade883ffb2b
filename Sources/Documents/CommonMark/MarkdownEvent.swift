/// One step of a walk through a Markdown document.
struct MarkdownEvent {
  /// What a node is, with what it carries.
  enum Node: Equatable {
    case document
    case blockQuote
    case alert(Alert)
    /// `start` is nil for a bullet list.
    case list(start: Int?)
    case item(Task?)
    case codeBlock(info: String, code: String)
    case htmlBlock(String)
    /// In a tight list a paragraph has no tags of its own.
    case paragraph(isTight: Bool)
    case heading(level: Int)
    case thematicBreak
    /// A footnote's definition.
    case footnote(label: String)
    case definitionList
    case term
    /// What a term means; a tight one begins with text instead of a paragraph.
    case definition(isTight: Bool)
    case footnoteReference(label: String)
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case htmlInline(String)
    case emphasis
    case strong
    case strikethrough
    case link(url: String, title: String)
    case image(url: String, title: String)
  }

  /// What stands in front of an item of a task list.
  enum Task { case open, done }

  let node: Node
  /// Whether the walk enters the node; leaves are only entered.
  let isEntry: Bool
  /// The first line of a block, from 1; of no use for inlines.
  let line: Int
}

extension MarkdownEvent {
  /// The same step of another node.
  func with(_ node: Node) -> MarkdownEvent {
    MarkdownEvent(node: node, isEntry: isEntry, line: line)
  }
}

extension MarkdownEvent.Node {
  /// Whether an author's HTML that begins in it ends with it.
  var hasScope: Bool {
    switch self {
    case .document, .image: false
    default: isContainer
    }
  }

  /// Whether it is a block of Markdown.
  var isBlock: Bool {
    switch self {
    case .blockQuote, .alert, .list, .codeBlock, .paragraph, .heading, .thematicBreak,
      .definitionList:
      true
    default: false
    }
  }

  /// Whether the walk enters and leaves it.
  var isContainer: Bool {
    switch self {
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline,
      .footnoteReference:
      false
    default: true
    }
  }
}
