internal import CCommonMark

/// Walks through a document as libcmark parses it: the only use of the C library.
///
/// Nothing here recurses, so deep nesting costs heap, not stack.
func walkMarkdown(_ bytes: [UInt8], _ visit: (MarkdownEvent) -> Void) {
  let document = bytes.withUnsafeBytes { buffer in
    cmark_parse_document(
      buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count,
      CMARK_OPT_VALIDATE_UTF8)
  }
  defer { cmark_node_free(document) }
  guard let document, let iterator = cmark_iter_new(document) else { return }
  defer { cmark_iter_free(iterator) }
  while true {
    let step = cmark_iter_next(iterator)
    if step == CMARK_EVENT_DONE { return }
    guard let current = cmark_iter_get_node(iterator), let node = node(current) else { continue }
    let line = Int(cmark_node_get_start_line(current))
    visit(MarkdownEvent(node: node, isEntry: step == CMARK_EVENT_ENTER, line: line))
  }
}

private func node(_ node: OpaquePointer) -> MarkdownEvent.Node? {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_DOCUMENT: .document
  case CMARK_NODE_BLOCK_QUOTE: .blockQuote
  case CMARK_NODE_LIST: list(node)
  case CMARK_NODE_ITEM: .item(nil)
  case CMARK_NODE_CODE_BLOCK:
    .codeBlock(info: string(cmark_node_get_fence_info(node)), code: literal(node))
  case CMARK_NODE_HTML_BLOCK: .htmlBlock(literal(node))
  case CMARK_NODE_PARAGRAPH: .paragraph(isTight: isInTightList(node))
  case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
  case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
  default: inline(node)
  }
}

private func inline(_ node: OpaquePointer) -> MarkdownEvent.Node? {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_TEXT: .text(literal(node))
  case CMARK_NODE_SOFTBREAK: .softBreak
  case CMARK_NODE_LINEBREAK: .lineBreak
  case CMARK_NODE_CODE: .code(literal(node))
  case CMARK_NODE_HTML_INLINE: .htmlInline(literal(node))
  case CMARK_NODE_EMPH: .emphasis
  case CMARK_NODE_STRONG: .strong
  case CMARK_NODE_LINK:
    .link(url: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
  case CMARK_NODE_IMAGE:
    .image(url: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
  default: nil
  }
}

private func list(_ node: OpaquePointer) -> MarkdownEvent.Node {
  let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
  return .list(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil)
}

private func isInTightList(_ paragraph: OpaquePointer) -> Bool {
  guard let item = cmark_node_parent(paragraph), let list = cmark_node_parent(item) else {
    return false
  }
  return cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0
}

private func literal(_ node: OpaquePointer) -> String { string(cmark_node_get_literal(node)) }

private func string(_ text: UnsafePointer<CChar>?) -> String {
  text.map { String(cString: $0) } ?? ""
}
