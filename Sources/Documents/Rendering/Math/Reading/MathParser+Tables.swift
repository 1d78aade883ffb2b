/// Environments: what stands in rows and columns.
extension MathParser {
  mutating func environment() throws(MathProblem) -> MathTree {
    guard let begin = stream.raw else { throw stream.missing("\\begin") }
    stream.advance()
    let name = try stream.word(of: begin)
    guard let kind = MathEnvironments.table[name] else {
      throw MathProblem(.unknownEnvironment(name), at: begin.range)
    }
    let macros = stream.macros
    let outerTag = tag
    if kind.hasTags { tag = TagReader() }
    var table = try deeper { parser throws(MathProblem) in
      var table = try parser.emptyTable(kind, begin)
      try parser.readRows(&table, kind)
      return .table(table)
    }
    try end(of: name, begin)
    if kind.hasOneTag, let tag = tag.finished(count: &count, isNumbered: kind.isNumbered) {
      table = .table(MathTable(isDisplay: true, rows: [.init(cells: [table], tag: tag)]))
    }
    if kind.hasTags { tag = outerTag }
    stream.macros = macros
    return Self.fenced(kind.isLone(table) ?? table, kind.brackets)
  }

  private mutating func emptyTable(
    _ kind: MathEnvironments.Kind, _ begin: TeXToken
  ) throws(MathProblem) -> MathTable {
    var table = MathTable(
      kind: kind.table, isDisplay: kind.isDisplay, alignments: kind.alignments)
    if kind.argument == .position || kind.argument == .columns { _ = try stream.bracketed() }
    switch kind.argument {
    case .none, .position: break
    case .count: _ = try stream.argument(of: begin)
    case .columns:
      let letters = try stream.argument(of: begin)
      guard let columns = ColumnLetters(letters) else {
        throw MathProblem(
          .badArgument(of: "\\begin{array}"), at: letters.first?.range ?? begin.range)
      }
      (table.alignments, table.rules) = (columns.alignments, columns.rules)
      table.joints = columns.joints
    }
    return table
  }

  private mutating func end(of name: String, _ begin: TeXToken) throws(MathProblem) {
    guard let token = stream.raw, token.command == "end" else {
      throw MathProblem(.missing("\\end{\(name)}"), at: stream.raw?.range ?? begin.range)
    }
    stream.advance()
    let found = try stream.word(of: token)
    guard found == name else { throw MathProblem(.unexpected("\\end{\(found)}"), at: token.range) }
  }

  /// Rows up to what can't be part of one.
  mutating func readRows(
    _ table: inout MathTable, _ kind: MathEnvironments.Kind
  ) throws(MathProblem) {
    while true {
      var row = MathTable.Row()
      row.ruleAbove = try rule()
      row.cells = try cells(kind)
      if kind.hasTags, !kind.hasOneTag {
        row.tag = tag.finished(count: &count, isNumbered: kind.isNumbered)
      }
      let isLast = try !takeLineBreak()
      // Nothing behind the last line break is no row.
      if isLast, row.cells.allSatisfy(\.isEmpty), !table.rows.isEmpty, row.tag?.label == nil {
        table.ruleBelow = row.ruleAbove
        if kind.isNumbered, row.tag != nil, let number = count { count = number - 1 }
        return
      }
      table.rows.append(row)
      if isLast { return }
    }
  }

  /// `\hline` and `\cline{1-2}`.
  private mutating func rule() throws(MathProblem) -> MathTable.Rule {
    var rule = MathTable.Rule()
    while let token = try stream.peek(), let name = token.command {
      guard name == "hline" || name == "cline" else { break }
      stream.advance()
      if name == "hline" {
        rule.isWhole = true
      } else {
        rule.columns.formUnion(try columns(of: token))
      }
    }
    return rule
  }

  /// The first and the last column of a line, counted from 1.
  private mutating func columns(of token: TeXToken) throws(MathProblem) -> Range<Int> {
    let parts = try stream.word(of: token).split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 2, numbers.count == 2, (1...100).contains(numbers[0]),
      (numbers[0]...100).contains(numbers[1])
    else { throw MathProblem(.badArgument(of: token.source), at: token.range) }
    return numbers[0] - 1..<numbers[1]
  }

  private mutating func cells(_ kind: MathEnvironments.Kind) throws(MathProblem) -> [MathTree] {
    var cells = [try row()]
    while try stream.peek()?.character == "&" {
      stream.advance()
      let cell = try row()
      // A sign that begins a column of its own still stands between two terms.
      let follows = kind.table == .aligned && cells.count % 2 == 1
      cells.append(follows ? cell.behindNothing : cell)
    }
    return cells
  }

  /// A formula whose lines are parted outside of any environment: one on another.
  mutating func lines() throws(MathProblem) -> MathTree {
    var table = MathTable(isDisplay: true)
    repeat { table.rows.append(MathTable.Row(cells: [try row()])) } while try takeLineBreak()
    if table.rows.count > 1, table.rows.last?.cells[0].isEmpty == true { table.rows.removeLast() }
    return table.rows.count == 1 ? table.rows[0].cells[0] : .table(table)
  }

  /// Takes `\\`, `\\*` or `\\[2pt]`: distances between rows are the page's.
  private mutating func takeLineBreak() throws(MathProblem) -> Bool {
    guard let name = try stream.peek()?.command, ["\\", "cr", "newline"].contains(name) else {
      return false
    }
    stream.advance()
    if stream.raw?.character == "*" { stream.advance() }
    if stream.raw?.character == "[" { _ = try stream.bracketed() }
    return true
  }
}

/// The column letters of an `array`.
private struct ColumnLetters {
  private(set) var alignments: [MathTable.Alignment] = []
  private(set) var rules: Set<Int> = []
  /// Where `@{}` leaves out the distance; one that stands for a distance of its own leaves the page's out too.
  private(set) var joints: Set<Int> = []

  /// Nil for letters that aren't known.
  init?(_ tokens: [TeXToken]) {
    var rest = tokens.filter { !$0.isBlank }[...]
    while let token = rest.popFirst() {
      switch token.character {
      case "@":
        guard Self.takeSpaces(&rest) else { return nil }
        joints.insert(alignments.count)
      case "l": alignments.append(.left)
      case "c": alignments.append(.center)
      case "r": alignments.append(.right)
      case "|": rules.insert(alignments.count)
      default: return nil
      }
    }
    if alignments.isEmpty { return nil }
  }

  /// Takes braces with nothing to see in them.
  private static func takeSpaces(_ rest: inout ArraySlice<TeXToken>) -> Bool {
    guard rest.popFirst()?.character == "{" else { return false }
    while let token = rest.popFirst() {
      if token.character == "}" { return true }
      guard let name = token.command, MathSpaces.table[name] != nil else { return false }
    }
    return false
  }
}

extension MathTree {
  /// Itself, with nothing in front of it that counts as a term.
  fileprivate var behindNothing: MathTree {
    if case .row(let items) = self { return items.isEmpty ? self : .row([.row([])] + items) }
    return atomClass == .binary ? .row([.row([]), self]) : self
  }
}
