/// What is open where an author's HTML goes on: elements of it, and the nodes of Markdown around and between them.
///
/// A tag closes what was opened in the same node; whatever is left open ends with the node, and at the page's
/// end. So a page is well-formed whatever its author wrote.
struct OpenHTML: Sendable {
  /// A node of Markdown, or an element by its name.
  private enum Entry: Equatable {
    case node
    case element(String)
  }

  /// What stays open at once; more isn't opened.
  static let most = 32

  private var stack: [Entry] = []
  /// How many nodes are open.
  private(set) var depth = 0

  /// The names of the elements that are open in the innermost node, the outermost first.
  var scope: [String] {
    let inner = stack.reversed().prefix { $0 != .node }
    return inner.reversed().compactMap { if case .element(let name) = $0 { name } else { nil } }
  }

  /// Whether such an element is open anywhere.
  func contains(_ name: String) -> Bool { stack.contains(.element(name)) }

  /// Begins a node.
  mutating func enter() {
    stack.append(.node)
    depth += 1
  }

  /// Ends a node: the closing tags of what is open in it.
  mutating func leave() -> String {
    let tags = close(scope.count)
    stack.removeLast()
    depth -= 1
    return tags
  }

  /// The closing tags of all elements that are open; no node may be.
  mutating func closeAll() -> String { close(stack.count) }

  /// The closing tags of tables and lists that have no row or item open for a block that comes.
  mutating func prepareForBlock() -> String {
    close(scope.reversed().prefix { ShownElement.structure.contains($0) }.count)
  }

  /// Opens an element in the innermost node.
  mutating func start(_ name: String) { stack.append(.element(name)) }

  /// The closing tags up to the element of this name in the innermost node; none where none is open.
  mutating func end(_ name: String) -> String {
    guard let place = scope.lastIndex(of: name) else { return "" }
    return close(scope.count - place)
  }

  /// Notes what a fragment left open in the innermost node.
  mutating func replaceScope(with names: [String]) {
    stack.removeLast(scope.count)
    stack += names.prefix(Self.most).map(Entry.element)
  }

  private mutating func close(_ count: Int) -> String {
    let names = scope.suffix(count)
    stack.removeLast(names.count)
    return names.reversed().map { "</\(ShownElement.tag($0))>" }.joined()
  }
}
