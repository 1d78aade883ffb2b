/// Takes a text apart into characters and what a terminal does on sequences (ECMA-48, section 5).
struct TerminalReader {
  enum Piece {
    case character(Unicode.Scalar)
    case lineFeed, carriageReturn, backspace
    /// A control sequence: the letter that ends it, and its numbers.
    case control(Unicode.Scalar, [[Int]])
  }

  private var rest: Substring.UnicodeScalarView

  init(_ text: String) { rest = Substring(text).unicodeScalars }

  mutating func next() -> Piece? {
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\n": return .lineFeed
      case "\r": return .carriageReturn
      case "\u{8}": return .backspace
      case "\u{1B}": if let piece = sequence() { return piece }
      case "\u{9B}": if let piece = controlSequence() { return piece }
      case "\u{7}": break
      default: return .character(scalar)
      }
    }
    return nil
  }

  /// What follows an escape character; nil for what shows nothing here.
  private mutating func sequence() -> Piece? {
    switch rest.first {
    case "[":
      rest.removeFirst()
      return controlSequence()
    case "]", "P", "X", "^", "_":
      skipString()
    case .some(" "..."~"):
      while let scalar = rest.first, " "..."/" ~= scalar { rest.removeFirst() }
      if let scalar = rest.first, "0"..."~" ~= scalar { rest.removeFirst() }
    default: break
    }
    return nil
  }

  /// Parameters, then what ends them; nil where the sequence is broken off or is private to a terminal.
  private mutating func controlSequence() -> Piece? {
    var parameters = ""
    var isPlain = true
    while let scalar = rest.first {
      switch scalar {
      case "0"..."9", ";", ":": parameters.unicodeScalars.append(scalar)
      case " "..."?": isPlain = false
      case "@"..."~":
        rest.removeFirst()
        return isPlain ? .control(scalar, Self.fields(parameters)) : nil
      default: return nil
      }
      rest.removeFirst()
    }
    return nil
  }

  private static func fields(_ parameters: String) -> [[Int]] {
    if parameters.isEmpty { return [] }
    return parameters.split(separator: ";", omittingEmptySubsequences: false).map { field in
      field.split(separator: ":", omittingEmptySubsequences: false).map { digits in
        digits.isEmpty ? 0 : digits.utf8.count > 6 ? 1_000_000 : Int(digits) ?? 0
      }
    }
  }

  /// A title, a link's address and the like: up to BEL or ST, at most to the end of the line.
  private mutating func skipString() {
    while let scalar = rest.first, scalar != "\n" {
      rest.removeFirst()
      if scalar == "\u{7}" || scalar == "\u{9C}" { return }
      if scalar == "\u{1B}" {
        if rest.first == "\\" { rest.removeFirst() }
        return
      }
    }
  }
}
