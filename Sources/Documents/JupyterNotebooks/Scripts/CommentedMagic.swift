/// Magics and commands that stand behind a number sign in a script, as Jupytext 1.19 writes them.
enum CommentedMagic {
  /// A code cell's lines with its magics as Jupyter has them.
  static func uncommented(_ lines: [String]) -> [String] {
    changed(lines) { line, _ in
      let indent = line.prefix(while: \.isWhitespace)
      return indent + ScriptText.uncommented([String(line[indent.endIndex...])])[0]
    }
  }

  /// A code cell's lines with its magics as comments.
  static func commented(_ lines: [String]) -> [String] {
    changed(lines) { line, isContinued in
      let indent = line.prefix { !isContinued && $0.isWhitespace }
      return indent + "# " + line[indent.endIndex...]
    }
  }

  /// - Parameter change: what becomes of a magic's line; it is told whether the magic began above.
  private static func changed(
    _ lines: [String], _ change: (String, Bool) -> String
  ) -> [String] {
    var quotes = ScriptQuotes()
    var isContinued = false
    return lines.map { line in
      defer { quotes.read(line) }
      guard !quotes.isOpen, isContinued || isMagic(line) else { return line }
      let result = change(line, isContinued)
      isContinued = line.trimming(" \t").hasSuffix("\\")
      return result
    }
  }

  private static let commands: Set<Substring> = [
    "cat", "cd", "cp", "mv", "rm", "rmdir", "mkdir", "copy", "ddir", "echo", "ls", "ldir", "ren",
  ]

  private static func isMagic(_ line: String) -> Bool {
    let text = line.drop(while: \.isWhitespace)
    let signed = withoutSigns(text)
    let word = signed.drop { $0 == "%" }
    if (1...3).contains(signed.count - word.count), word.first?.isLetterOfASCII ?? false {
      return !saysNot(word)
    }
    return isHelpOrShell(text, signed) || isAssignment(line) || isQuestion(text) || isCommand(line)
  }

  /// Without number signs, each with one blank at most.
  private static func withoutSigns(_ text: some StringProtocol) -> Substring {
    var text = Substring(text)
    while text.first == "#" { text = text.dropFirst(text.dropFirst().first == " " ? 2 : 1) }
    return text
  }

  /// `%time x # noescape`
  private static func saysNot(_ text: Substring) -> Bool {
    text.split(separator: "#").dropFirst().contains {
      $0.drop(while: \.isWhitespace).hasPrefix("noescape")
    }
  }

  /// `!ls`, `?print`
  private static func isHelpOrShell(_ text: Substring, _ signed: Substring) -> Bool {
    let text = text.startIndex == signed.startIndex ? text : signed.drop(while: \.isWhitespace)
    guard text.first == "!" || text.first == "?" else { return false }
    let next = text.dropFirst().first { !$0.isWhitespace }
    return next.map { $0.isLetterOfASCII || ".~$\\/{}".contains($0) } ?? false
  }

  /// `files = !ls`
  private static func isAssignment(_ line: String) -> Bool {
    let text = withoutSigns(line).drop(while: \.isWhitespace)
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" || $0 == "$" }
    guard let first = name.first, !first.isNumber, first != "$" else { return false }
    let rest = text[name.endIndex...].drop(while: \.isWhitespace)
    guard rest.first == "=" else { return false }
    let value = rest.dropFirst().drop(while: \.isWhitespace)
    let signs = value.prefix { $0 == "%" }.count
    let command = value.dropFirst(value.first == "!" ? 1 : signs)
    return (value.first == "!" || (1...3).contains(signs))
      && command.first?.isLetterOfASCII ?? false
  }

  /// `print?`
  private static func isQuestion(_ text: Substring) -> Bool {
    var text = text
    while text.hasPrefix("# ") { text = text.dropFirst(2) }
    let word = String(text).trimming(" \t")
    return word.hasSuffix("?") && !word.contains(where: \.isWhitespace)
  }

  /// `ls -l`, but not `ls = 1`.
  private static func isCommand(_ line: String) -> Bool {
    let text = withoutSigns(line)
    let command = text.prefix { !$0.isWhitespace }
    let next = text.dropFirst(command.count + 1).first
    return commands.contains(command) && !(next.map { "=,".contains($0) } ?? false)
  }
}

extension Character {
  fileprivate var isLetterOfASCII: Bool { isASCII && isLetter }
}
