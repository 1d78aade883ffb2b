/// The block structure of a Markdown document as libcmark reads it.
///
/// Blocks lie flat in one array with their depth, so that no nesting is too deep for the stack.
public struct MarkdownDocument: Sendable {
  /// All blocks in document order, containers before what they hold.
  public let blocks: [Block]

  /// Reads a document. Bytes that aren't UTF-8, and NUL bytes, count as U+FFFD. Cost: linear.
  public init(_ bytes: some Collection<UInt8>) {
    var blocks: [Block] = []
    var depth = 0
    var open: [Int] = []
    walkMarkdown(Array(bytes)) { event in
      switch event.node {
      case .document: break
      case .link(let url, _), .image(let url, _):
        guard !blocks.isEmpty else { return }
        guard event.isEntry else { return _ = open.popLast() }
        let link = InlineLink(isImage: event.node.isImage, url: url)
        open.append(blocks[blocks.count - 1].links.count)
        blocks[blocks.count - 1].links.append(link)
      case .text(let text), .code(let text):
        guard let link = open.last else { return }
        blocks[blocks.count - 1].links[link].text += text
      case .htmlInline(let text):
        if !blocks.isEmpty { blocks[blocks.count - 1].html.append(text) }
      default:
        guard let kind = event.node.blockKind else { return }
        if event.node.isBlockContainer, !event.isEntry { depth -= 1 }
        guard event.isEntry else { return }
        blocks.append(Block(kind: kind, line: event.line, depth: depth, links: []))
        if case .htmlBlock(let text) = event.node { blocks[blocks.count - 1].html = [text] }
        if event.node.isBlockContainer { depth += 1 }
      }
    }
    self.blocks = blocks
  }

  /// The lines from a block's first to the one before the next block's first; `lineCount` is the
  /// document's. What libcmark says about a block's end is not used, since it isn't always right.
  public func lines(ofBlock index: Int, lineCount: Int) -> ClosedRange<Int> {
    let start = blocks[index].line
    let next = index + 1 < blocks.count ? blocks[index + 1].line : lineCount + 1
    return start...max(start, next - 1)
  }

  /// All links and images of the document, in order.
  public var links: [InlineLink] { blocks.flatMap(\.links) }
}

extension MarkdownEvent.Node {
  fileprivate var isImage: Bool { if case .image = self { true } else { false } }

  fileprivate var isBlockContainer: Bool {
    switch self {
    case .blockQuote, .list, .item: true
    default: false
    }
  }

  fileprivate var blockKind: Block.Kind? {
    switch self {
    case .blockQuote: .blockQuote
    case .list: .list
    case .item: .item
    case .codeBlock(let info, _): .codeBlock(info: info)
    case .htmlBlock: .html
    case .paragraph: .paragraph
    case .heading(let level): .heading(level: level)
    case .thematicBreak: .thematicBreak
    default: nil
    }
  }
}
