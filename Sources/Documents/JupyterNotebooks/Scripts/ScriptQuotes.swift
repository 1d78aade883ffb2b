/// Whether a line of Python begins inside a triple-quoted string, told line by line.
struct ScriptQuotes {
  private var open: Character?

  /// Whether the next line begins inside a string.
  var isOpen: Bool { open != nil }

  /// Goes over a line.
  mutating func read(_ line: some StringProtocol) {
    var single: Character?
    var rest = line[...]
    while let first = rest.first {
      let isTriple =
        (first == "\"" || first == "'") && rest.starts(with: String(repeating: first, count: 3))
      switch first {
      case "\\" where open != nil || single != nil: rest = rest.dropFirst()
      case "#" where open == nil && single == nil: return
      case "\"", "'":
        if open == first, isTriple {
          open = nil
          rest = rest.dropFirst(2)
        } else if open == nil, single == nil, isTriple {
          open = first
          rest = rest.dropFirst(2)
        } else if open == nil {
          single = single == nil ? first : single == first ? nil : single
        }
      default: break
      }
      rest = rest.dropFirst()
    }
  }
}
