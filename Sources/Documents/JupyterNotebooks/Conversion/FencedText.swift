/// A fenced code block at the start of a text: what it holds and what follows it.
struct FencedText {
  let info: String
  /// The lines between the fences, each with its line break.
  let body: String
  let rest: String

  /// Nil where the text doesn't begin with a fence that is closed.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, let mark = first.first, mark == "`" || mark == "~" else {
      return nil
    }
    let count = first.prefix { $0 == mark }.count
    guard count >= 3 else { return nil }
    let isEnd = { (line: Substring) in
      line.prefix { $0 == mark }.count >= count
        && String(line).trimming("\(mark) \t").isEmpty
    }
    guard let end = lines.indices.dropFirst().first(where: { isEnd(lines[$0]) }) else { return nil }
    info = String(first.dropFirst(count)).trimming(" \t")
    body = lines[1..<end].map { $0 + "\n" }.joined()
    rest = lines[(end + 1)...].joined(separator: "\n")
  }

  /// The text between the fences; nil where there is not even an empty line.
  var content: String? { body.isEmpty ? nil : String(body.dropLast()) }

  /// Whether an info string is a language's name and nothing else.
  static func isWord(_ info: String) -> Bool { !info.contains(" ") && !info.contains("{") }

  /// A fence around a cell's source, longer than any run of its marks inside.
  ///
  /// - Parameters:
  ///   - opening: the first line with its ending.
  ///   - closing: the last line, without one.
  static func fence(around source: String, info: String) -> (opening: String, closing: String) {
    let mark: Character = info.contains("`") ? "~" : "`"
    var longest = 2
    var run = 0
    for character in source {
      run = character == mark ? run + 1 : 0
      longest = max(longest, run)
    }
    let marks = String(repeating: mark, count: longest + 1)
    return ("\(marks)\(info)\n", marks)
  }
}
