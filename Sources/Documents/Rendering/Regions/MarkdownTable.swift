/// A table as a GFM pipe table.
enum MarkdownTable {
  /// The table and, below it, the list of its notes; nothing where there are no columns.
  static func blocks(_ table: TextTable) -> [String] {
    let notes = table.notes.map { "- " + MarkdownText.block($0) }.joined(separator: "\n")
    return [pipes(table), notes].filter { !$0.isEmpty }
  }

  private static func pipes(_ table: TextTable) -> String {
    guard !table.columns.isEmpty else { return "" }
    let headings = table.columns.map { MarkdownText.inline($0.heading) }
    let rules = zip(table.columns, headings).map { column, heading in
      let dashes = String(repeating: "-", count: max(3, heading.count - (column.isNumeric ? 1 : 0)))
      return column.isNumeric ? dashes + ":" : dashes
    }
    let rows = table.rows.map { $0.map(MarkdownText.inline) }
    return ([headings, rules] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }
}
