/// Values between brackets as pandas lists those of an index or an array: in lines of 80 characters, long lists by
/// their ends.
struct ListedText {
  /// With the brackets.
  let text: String
  /// Whether there is more than a line.
  let isWrapped: Bool

  private static let width = 80
  private static let most = 100

  /// - Parameters:
  ///   - texts: the values as they are written.
  ///   - indent: the characters in front of the bracket.
  ///   - justifies: whether values that take more than a line are filled up to one width.
  init(_ texts: [String], indent: Int, justifies: Bool) {
    guard texts.count > 2 else {
      (text, isWrapped) = ("[\(texts.joined(separator: ", "))]", false)
      return
    }
    let isCut = texts.count > Self.most
    var parts = isCut ? [Array(texts.prefix(10)), texts.suffix(10)] : [texts]
    let isLong = parts.contains { $0.joined(separator: ", ").width >= Self.width }
    if justifies, isCut || isLong {
      let widest = parts.joined().map(\.width).max() ?? 0
      parts = parts.map { part in
        part.map { String(repeating: " ", count: widest - $0.width) + $0 }
      }
    }
    let blanks = String(repeating: " ", count: indent + 1)
    var lines = Lines(blanks: blanks)
    for (place, part) in parts.enumerated() {
      if place > 0 { lines.cut() }
      for (order, value) in part.enumerated() {
        let isLast = place == parts.count - 1 && order == part.count - 1
        lines.add(isLast ? value : value + ", ", room: isLast ? Self.width - 2 : Self.width)
      }
    }
    let all = lines.all
    text = "[" + all.joined(separator: "\n").dropFirst(indent + 1) + "]"
    isWrapped = all.joined(separator: "\n").width + 2 > Self.width
  }

  /// Lines that are filled one value after the other.
  private struct Lines {
    let blanks: String
    var done: [String] = []
    var line: String

    init(blanks: String) { (self.blanks, line) = (blanks, blanks) }

    private static func trimmed(_ text: String) -> String {
      var text = text[...]
      while text.last == " " { text.removeLast() }
      return String(text)
    }

    mutating func add(_ value: String, room: Int) {
      // pandas counts the line break among a line's characters.
      if 1 + Self.trimmed(line).width + Self.trimmed(value).width >= room {
        done.append(Self.trimmed(line))
        line = blanks
      }
      line += value
    }

    mutating func cut() {
      done += [Self.trimmed(line), blanks + "..."]
      line = blanks
    }

    var all: [String] { done + [line] }
  }
}
