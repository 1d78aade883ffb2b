extension MathMLWriter {
  mutating func write(_ table: MathTable) {
    let hasTags = table.rows.contains { $0.tag != nil }
    let names = [table.kind.rawValue, hasTags ? "m-tag" : ""].filter { !$0.isEmpty }
    let style = table.isDisplay ? " displaystyle=\"true\"" : ""
    let count = table.rows.map(\.cells.count).max() ?? 0
    element("mtable", Self.className(names.joined(separator: " ")) + style) {
      for number in table.rows.indices {
        $0.write(row: number, of: table, columns: count, hasTags: hasTags)
      }
    }
  }

  private mutating func write(
    row number: Int, of table: MathTable, columns: Int, hasTags: Bool
  ) {
    let row = table.rows[number]
    let ruleBelow = number == table.rows.count - 1 ? table.ruleBelow : MathTable.Rule()
    let isRuled = !table.rules.isEmpty || row.ruleAbove.isDrawn || ruleBelow.isDrawn
    let name = row.tag?.label.flatMap(anchor).map { " id=\"\($0)\"" } ?? ""
    element("mtr", name) {
      if hasTags { $0.element("mtd") { _ in } }
      for column in 0..<(hasTags || isRuled ? columns : row.cells.count) {
        var names: [String] = []
        let alignment = table.alignment(ofColumn: column, row: number)
        if alignment != .center { names.append(alignment.rawValue) }
        if row.ruleAbove.isAt(column) { names.append("m-rt") }
        if ruleBelow.isAt(column) { names.append("m-rb") }
        if table.rules.contains(column) { names.append("m-rl") }
        if column == columns - 1, table.rules.contains(columns) { names.append("m-rr") }
        if table.joints.contains(column) { names.append("m-jl") }
        if table.joints.contains(column + 1) { names.append("m-jr") }
        let cell = column < row.cells.count ? row.cells[column] : .row([])
        $0.element("mtd", Self.className(names.joined(separator: " "))) { $0.writeInner(cell) }
      }
      guard hasTags else { return }
      $0.element("mtd", Self.className("right")) { cell in
        if let tag = row.tag { cell.leaf("mtext", tag.text) }
      }
    }
  }
}
