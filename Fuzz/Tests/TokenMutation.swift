/// A text with one of its tokens deleted, doubled or swapped with its neighbour.
struct TokenMutation {
  enum Change: CaseIterable {
    case deleted
    case doubled
    case swapped
  }

  private let tokens: [Substring]

  /// Words and numbers, line ends, runs of blanks, and every other character by itself.
  init(_ text: String) {
    var tokens: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let end =
        Self.isWord(first)
        ? rest.firstIndex { !Self.isWord($0) }
        : first == " " ? rest.firstIndex { $0 != " " } : rest.index(after: rest.startIndex)
      tokens.append(rest[..<(end ?? rest.endIndex)])
      rest = rest[(end ?? rest.endIndex)...]
    }
    self.tokens = tokens
  }

  private static func isWord(_ letter: Character) -> Bool {
    letter == "_" || letter.isLetter || letter.isNumber
  }

  /// How many there are.
  var count: Int { tokens.count * Change.allCases.count }

  /// - Parameter number: from 0 to below `count`.
  subscript(number: Int) -> String {
    let (place, change) = number.quotientAndRemainder(dividingBy: Change.allCases.count)
    var changed = tokens
    switch Change.allCases[change] {
    case .deleted: changed.remove(at: place)
    case .doubled: changed.insert(tokens[place], at: place)
    case .swapped:
      let next = tokens[(place + 1)...].firstIndex { $0 != " " } ?? place
      changed.swapAt(place, next)
    }
    return changed.joined()
  }
}
