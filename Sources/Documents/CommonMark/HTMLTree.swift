internal import CGumbo

/// One step of a walk through a fragment of HTML, in the order of its text.
enum HTMLStep {
  /// `isGiven` where the element stood open before the fragment.
  case start(name: String, attributes: [(name: String, value: String)], isGiven: Bool)
  /// `isImplied` where no tag of the fragment closes the element.
  case end(isImplied: Bool)
  case text(String)
}

/// A fragment of HTML as gumbo reads it, by the rules of HTML5: the only use of that library.
enum HTMLTree {
  private typealias Node = UnsafeMutablePointer<GumboNode>

  /// Longer fragments aren't read: 1 MiB.
  private static let longest = 1 << 20

  /// - Parameter given: the names of elements that stand open before the fragment.
  /// - Returns: nil where the fragment is too long, too deep, or multiplies its elements.
  static func steps(_ html: String, given: [String] = []) -> [HTMLStep]? {
    let prefix = given.map { "<\($0)>" }.joined()
    let bytes = Array((prefix + html).utf8)
    // The parser's own data takes some hundred bytes an element; nothing honest needs more.
    guard bytes.count <= longest, HTMLDepth.isBounded(bytes),
      let arena = caderno_arena_make(bytes.count * 256 + (1 << 20))
    else { return nil }
    defer { caderno_arena_free(arena) }
    return bytes.withUnsafeBufferPointer { buffer in
      caderno_gumbo_parse(arena, buffer.baseAddress, buffer.count).map {
        steps($0, given: prefix.utf8.count)
      }
    }
  }

  /// Nothing here recurses, so deep nesting costs heap, not stack.
  private static func steps(_ root: Node, given: Int) -> [HTMLStep] {
    var steps: [HTMLStep] = []
    var open: [(node: Node, next: UInt32)] = [(root, 0)]
    while let (node, next) = open.last {
      if next < node.pointee.v.element.children.length {
        open[open.count - 1].next += 1
        guard let child = caderno_gumbo_child(node, next) else { continue }
        if let step = first(of: child, given: given) { steps.append(step) }
        if isElement(child) { open.append((child, 0)) }
      } else {
        open.removeLast()
        let isImplied = node.pointee.v.element.original_end_tag.length == 0
        if !open.isEmpty { steps.append(.end(isImplied: isImplied)) }
      }
    }
    return steps
  }

  private static func isElement(_ node: Node) -> Bool {
    node.pointee.type == GUMBO_NODE_ELEMENT || node.pointee.type == GUMBO_NODE_TEMPLATE
  }

  private static func first(
    of node: Node, given: Int
  ) -> HTMLStep? {
    switch node.pointee.type {
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
      let element = node.pointee.v.element
      // What isn't of HTML itself has names of its own: none that is shown.
      let isHTML = element.tag_namespace == GUMBO_NAMESPACE_HTML
      let name = String(cString: gumbo_normalized_tagname(element.tag))
      let isGiven = Int(element.start_pos.offset) < given && element.original_tag.length > 0
      return .start(
        name: isHTML || name == "script" || name == "style" ? name : "",
        attributes: attributes(of: node), isGiven: isGiven)
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      return .text(String(cString: node.pointee.v.text.text))
    default: return nil
    }
  }

  private static func attributes(of node: Node) -> [(name: String, value: String)] {
    (0..<node.pointee.v.element.attributes.length).compactMap { index in
      caderno_gumbo_attribute(node, index).map {
        (String(cString: $0.pointee.name), String(cString: $0.pointee.value))
      }
    }
  }
}
