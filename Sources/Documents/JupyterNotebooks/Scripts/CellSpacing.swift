/// How many empty lines Jupytext 1.19 puts between two cells of a Python script, after PEP 8.
enum CellSpacing {
  /// - Parameters:
  ///   - lines: a cell's lines in the script.
  ///   - next: those of all that follows.
  static func lines(after lines: [String], before next: some Sequence<String>) -> Int {
    if next.first(where: { _ in true }) == nil { return 1 }
    if lines.isEmpty { return 0 }
    if endsWithDefinition(lines) { return hasCode(next) ? 2 : 1 }
    return endsWithCode(lines) && beginsWithDefinition(next) ? 2 : 1
  }

  private static func isDefinition(_ line: String) -> Bool {
    ["def ", "async ", "class "].contains { line.hasPrefix($0) }
  }

  private static func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }

  /// Whether the last line belongs to a function or a class.
  private static func endsWithDefinition(_ lines: [String]) -> Bool {
    var quotes = ScriptQuotes()
    var plain: [String] = []
    for line in lines {
      if !quotes.isOpen { plain.append(line) }
      quotes.read(line)
    }
    var wasBlank = false
    for line in plain.reversed() {
      if isBlank(line) {
        if wasBlank { return false }
        wasBlank = true
        continue
      }
      wasBlank = false
      if let first = line.first, "# )".contains(first) { continue }
      return isDefinition(line)
    }
    return false
  }

  private static func endsWithCode(_ lines: [String]) -> Bool {
    lines.last.map { !isBlank($0) && !$0.hasPrefix("#") } ?? false
  }

  /// Whether anything but comments stands before two empty lines.
  private static func hasCode(_ lines: some Sequence<String>) -> Bool {
    var wasBlank = false
    for line in lines {
      let text = line.drop(while: \.isWhitespace)
      if text.hasPrefix("#") {
        wasBlank = false
        continue
      }
      guard text.isEmpty else { return true }
      if wasBlank { return false }
      wasBlank = true
    }
    return false
  }

  /// Whether the first statement is a function or a class.
  private static func beginsWithDefinition(_ lines: some Sequence<String>) -> Bool {
    var quotes = ScriptQuotes()
    var wasBlank = false
    for line in lines {
      let isQuoted = quotes.isOpen
      quotes.read(line)
      defer { wasBlank = isBlank(line) }
      if isQuoted { continue }
      if isBlank(line) {
        if wasBlank { return false }
        continue
      }
      if isDefinition(line) { return true }
      if let first = line.first, "#@ )".contains(first) { continue }
      return false
    }
    return false
  }
}
