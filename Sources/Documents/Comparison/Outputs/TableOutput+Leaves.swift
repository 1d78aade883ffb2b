internal import RunRecords

extension TableOutput {
  /// Visits the cells of every column that is not volatile, the headings and the notes.
  ///
  /// The forms in which a cell showed it say the same once more.
  mutating func visitLeaves(_ visit: LeafVisit) {
    shown = nil
    for index in columns.indices {
      columns[index].heading.visit(["heading", columns[index].key], visit)
    }
    let names = rowNames
    for row in rows.indices {
      for column in columns.indices where !columns[column].isVolatile {
        rows[row][column].visit([names[row], columns[column].key], visit)
      }
    }
    for index in notes.indices { notes[index].visit(["note \(index + 1)"], visit) }
  }

  /// What a row is called: its first text, or its number; a name that comes again is numbered.
  private var rowNames: [String] {
    var seen: [String: Int] = [:]
    return rows.enumerated().map { index, row in
      var name = "row \(index + 1)"
      if case .text(let text)? = row.first, !text.isEmpty { name = text }
      seen[name, default: 0] += 1
      let count = seen[name] ?? 1
      return count == 1 ? name : "\(name) (\(count))"
    }
  }
}

extension TableOutput.Cell {
  /// Whole numbers beyond this are no doubles; they are compared as part of the shape.
  private static let largestExact = 1 << 53

  fileprivate mutating func visit(_ place: [String], _ visit: LeafVisit) {
    switch self {
    case .text(var text):
      text.visit(place, visit)
      self = .text(text)
    case .number(var number):
      number.visit(place, visit)
      self = .number(number)
    case .integer(let integer) where integer.magnitude <= Self.largestExact:
      var number = Double(integer)
      number.visit(place, visit)
      self = Int(exactly: number).map { .integer($0) } ?? .number(number)
    case .integer, .missing: break
    }
  }
}
