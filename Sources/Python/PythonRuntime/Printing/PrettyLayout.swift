/// Texts with places where a line may end, broken as `IPython.lib.pretty` breaks them: a group that
/// doesn't fit the width ends a line at each of its places, outer groups first.
struct PrettyLayout {
  private(set) var output = ""
  private let width: Int
  private var outputWidth = 0
  private var buffer: [Piece] = []
  /// What stands before this place of the buffer is written already.
  private var start = 0
  private var bufferWidth = 0
  private var indentation = 0
  private var stack: [Group]
  /// Groups that aren't broken yet, by depth.
  private var queue: [[Group]]

  /// Texts that may be broken, or none of them.
  private final class Group {
    let depth: Int
    /// Places for line ends that aren't written yet.
    var open = 0
    var isBroken = false
    init(_ depth: Int) { self.depth = depth }
  }

  private enum Piece {
    case text(String, width: Int)
    /// A space, or the end of a line before an indentation.
    case space(Group, indentation: Int)
  }

  /// - Parameter width: the most columns of a line, in code points.
  init(width: Int) {
    self.width = width
    let root = Group(0)
    stack = [root]
    queue = [[root]]
  }

  mutating func text(_ text: String) {
    let count = text.unicodeScalars.count
    guard start < buffer.count else {
      output += text
      outputWidth += count
      return
    }
    buffer.append(.text(text, width: count))
    bufferWidth += count
    breakOuterGroups()
  }

  /// A space, or a line's end where the group is too long.
  mutating func space() {
    let group = stack[stack.count - 1]
    if group.isBroken { return endLine() }
    group.open += 1
    buffer.append(.space(group, indentation: indentation))
    bufferWidth += 1
    breakOuterGroups()
  }

  /// A line's end in any case.
  mutating func lineBreak() {
    if let group = nextGroup() { breakOne(group) }
    endLine()
  }

  mutating func begin(_ indent: Int = 0, _ opening: String = "") {
    if !opening.isEmpty { text(opening) }
    let group = Group(stack[stack.count - 1].depth + 1)
    stack.append(group)
    while queue.count <= group.depth { queue.append([]) }
    queue[group.depth].append(group)
    indentation += indent
  }

  mutating func end(_ indent: Int = 0, _ closing: String = "") {
    indentation -= indent
    let group = stack.removeLast()
    if group.open == 0 { remove(group) }
    if !closing.isEmpty { text(closing) }
  }

  /// Writes what is left, and gives all.
  mutating func finish() -> String {
    flush()
    return output
  }

  private mutating func endLine() {
    flush()
    output += "\n" + String(repeating: " ", count: indentation)
    outputWidth = indentation
  }

  private mutating func flush() {
    while start < buffer.count { writeFirst() }
    buffer = []
    start = 0
    bufferWidth = 0
  }

  private mutating func breakOuterGroups() {
    while width < outputWidth + bufferWidth, let group = nextGroup() { breakOne(group) }
  }

  private mutating func breakOne(_ group: Group) {
    while group.open > 0, start < buffer.count { writeFirst() }
    while start < buffer.count, case .text = buffer[start] { writeFirst() }
    if start == buffer.count { (buffer, start) = ([], 0) }
  }

  private mutating func writeFirst() {
    defer { start += 1 }
    switch buffer[start] {
    case .text(let text, let width):
      output += text
      outputWidth += width
      bufferWidth -= width
    case .space(let group, let indentation):
      group.open -= 1
      bufferWidth -= 1
      if group.isBroken {
        output += "\n" + String(repeating: " ", count: indentation)
        outputWidth = indentation
      } else {
        if group.open == 0 { remove(group) }
        output += " "
        outputWidth += 1
      }
    }
  }

  private mutating func remove(_ group: Group) {
    queue[group.depth].removeAll { $0 === group }
  }

  /// The outermost group that can be broken.
  private mutating func nextGroup() -> Group? {
    for depth in queue.indices {
      // IPython takes the last such group, and removes the one at that place from the front.
      for (place, group) in queue[depth].reversed().enumerated() where group.open > 0 {
        queue[depth].remove(at: place)
        group.isBroken = true
        return group
      }
      for group in queue[depth] { group.isBroken = true }
      queue[depth] = []
    }
    return nil
  }
}
