/// One piece of the difference of two lists.
public enum SequenceEdit: Hashable, Sendable {
  case kept(String)
  case removed(String)
  case added(String)
}

extension SequenceEdit {
  /// The edits that make `b` of `a`, removals before additions. Cost: the size times the difference.
  public static func edits(_ a: [String], _ b: [String]) -> [SequenceEdit] {
    let difference = b.difference(from: a)
    var removals: Set<Int> = []
    var insertions: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removals.insert(offset)
      case .insert(let offset, _, _): insertions.insert(offset)
      }
    }
    var edits: [SequenceEdit] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if removals.contains(i), i < a.count {
        edits.append(.removed(a[i]))
        i += 1
      } else if insertions.contains(j), j < b.count {
        edits.append(.added(b[j]))
        j += 1
      } else if i < a.count {
        edits.append(.kept(a[i]))
        (i, j) = (i + 1, j + 1)
      } else {
        break
      }
    }
    return edits
  }

  /// A line as words and the blanks between them, so that joining gives the line again.
  public static func words(_ line: String) -> [String] {
    var words: [String] = []
    for character in line {
      let isBlank = character.isWhitespace
      if let last = words.last?.last, last.isWhitespace == isBlank {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
    }
    return words
  }
}
