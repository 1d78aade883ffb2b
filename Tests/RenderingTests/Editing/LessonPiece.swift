/// A stretch of a lesson's lines as a person sees it: a cell with the outputs below it, outputs alone, or
/// anything else. Found by looking at lines, not by Caderno's readers.
struct LessonPiece {
  enum Kind { case cell, outputs, prose }

  var kind: Kind
  /// With their line endings.
  var lines: [String]
  /// How many of the lines are the fence; 0 where there is none.
  var fence = 0

  var text: String { lines.joined() }
  var hasOutputs: Bool { lines.count > fence && kind == .cell }

  /// All pieces of a text, in order.
  static func pieces(of text: String) -> [LessonPiece] {
    let lines = Self.lines(text)
    var pieces: [LessonPiece] = []
    var line = 0
    while line < lines.count {
      if let fence = fence(lines, line) {
        let end = outputs(lines, fence) ?? fence
        pieces.append(
          LessonPiece(kind: .cell, lines: Array(lines[line..<end]), fence: fence - line))
        line = end
      } else if lines[line].hasPrefix("<!-- caderno:out"), let end = outputs(lines, line) {
        pieces.append(LessonPiece(kind: .outputs, lines: Array(lines[line..<end])))
        line = end
      } else {
        if pieces.last?.kind != .prose { pieces.append(LessonPiece(kind: .prose, lines: [])) }
        pieces[pieces.count - 1].lines.append(lines[line])
        line += 1
      }
    }
    return pieces
  }

  /// The line behind a cell's fence that begins here.
  private static func fence(_ lines: [String], _ first: Int) -> Int? {
    let mark = lines[first].prefix(3)
    guard mark == "```" || mark == "~~~", lines[first].contains("{.") else { return nil }
    let last = lines[(first + 1)...].firstIndex { bare($0) == mark }
    return last.map { $0 + 1 }
  }

  /// The line behind the outputs that begin here, after blank lines.
  private static func outputs(_ lines: [String], _ first: Int) -> Int? {
    guard let open = lines[first...].firstIndex(where: { !bare($0).isEmpty }),
      lines[open].hasPrefix("<!-- caderno:out")
    else { return nil }
    return lines[open...].firstIndex { $0.hasPrefix("<!-- /caderno:out") }.map { $0 + 1 }
  }

  private static func bare(_ line: String) -> String { line.filter { !$0.isWhitespace } }

  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for character in text {
      if lines.isEmpty || lines[lines.count - 1].last?.isNewline ?? false { lines.append("") }
      lines[lines.count - 1].append(character)
    }
    return lines
  }
}

extension LessonPiece {
  /// The name of the cell.
  var name: String? {
    kind != .cell ? nil : lines.first?.firstMatch(of: /\ #([\w-]+)/).map { String($0.output.1) }
  }

  var withoutEnding: LessonPiece {
    var piece = self
    while let last = piece.lines.last, last.last?.isNewline ?? true {
      piece.lines.removeLast()
      let line = String(last.dropLast())
      if !line.isEmpty { piece.lines.append(line) }
    }
    return piece
  }

  func withEnding(_ ending: String) -> LessonPiece {
    var piece = self
    guard let last = piece.lines.last, !(last.last?.isNewline ?? false) else { return piece }
    piece.lines[piece.lines.count - 1] = last + ending
    return piece
  }
}
