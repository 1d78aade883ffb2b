/// Magics and commands that stand behind a number sign in a script, as Jupytext 1.19 writes them.
enum CommentedMagic {
  /// A code cell's lines with its magics as Jupyter has them.
  static func uncommented(_ lines: [String]) -> [String] {
    var quotes = ScriptQuotes()
    return lines.map { line in
      defer { quotes.read(line) }
      guard !quotes.isOpen, line.hasPrefix("#"), isMagic(line) else { return line }
      return ScriptText.uncommented([line])[0]
    }
  }

  private static let commands: Set<Substring> = [
    "cat", "cd", "cp", "mv", "rm", "rmdir", "mkdir", "copy", "ddir", "echo", "ls", "ldir", "ren",
  ]

  private static func isMagic(_ line: String) -> Bool {
    let text = line.drop { $0 == "#" || $0 == " " }
    let word = text.drop { $0 == "%" }
    let signs = text.count - word.count
    if (1...3).contains(signs) { return word.first.map { $0.isASCII && $0.isLetter } ?? false }
    if let first = text.first, first == "!" || first == "?" {
      let next = text.dropFirst().first { $0 != " " }
      return next.map { $0.isASCII && $0.isLetter || ".~$\\/{}".contains($0) } ?? false
    }
    if isAssignment(text) { return true }
    if text.hasSuffix("?"), !text.contains(where: \.isWhitespace) { return true }
    let command = text.prefix { !$0.isWhitespace }
    let arguments = text.dropFirst(command.count).drop(while: \.isWhitespace)
    return commands.contains(command) && !(arguments.first.map { "=,".contains($0) } ?? false)
  }

  /// `files = !ls`
  private static func isAssignment(_ text: Substring) -> Bool {
    guard let equals = text.firstIndex(of: "=") else { return false }
    let name = String(text[..<equals]).trimming(" ")
    let value = text[text.index(after: equals)...].drop { $0 == " " }
    let command = value.drop { $0 == "%" || $0 == "!" }
    return !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      && value.count > command.count && command.first.map { $0.isASCII && $0.isLetter } ?? false
  }
}
