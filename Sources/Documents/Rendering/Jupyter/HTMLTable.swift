internal import Texts

/// A plain table in HTML, such as a data frame's, as texts.
enum HTMLTable {
  /// Nil where the HTML is more than one table, or has something other than text in its cells.
  static func read(_ html: String) -> TextTable? {
    var rows: [[String]] = []
    var cell: String?
    var tables = 0
    var ignored = false
    var rest = Substring(html)
    while !rest.isEmpty {
      guard rest.first == "<" else {
        let text = rest.prefix { $0 != "<" }
        if cell != nil { cell? += text }
        if cell == nil, !ignored, !text.allSatisfy(\.isWhitespace) { return nil }
        rest = rest[text.endIndex...]
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { return nil }
      let tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      switch name(tag) {
      case "table": tables += 1
      case "tr": rows.append([])
      case "th", "td":
        guard !rows.isEmpty, !tag.contains("span=") else { return nil }
        cell = ""
      case "/th", "/td":
        guard let text = cell else { return nil }
        rows[rows.count - 1].append(unescaped(text))
        cell = nil
      case "style": ignored = true
      case "/style": ignored = false
      case "p" where cell == nil: ignored = true
      case "/p" where cell == nil: ignored = false
      case "/table", "/tr", "thead", "/thead", "tbody", "/tbody", "div", "/div": break
      default: return nil
      }
    }
    return tables == 1 ? table(rows) : nil
  }

  private static func name(_ tag: Substring) -> String {
    String(tag.prefix { !$0.isWhitespace }).lowercased()
  }

  private static func table(_ rows: [[String]]) -> TextTable? {
    guard let head = rows.first, !head.isEmpty, rows.count <= 2000,
      rows.allSatisfy({ $0.count == head.count })
    else { return nil }
    let columns = head.indices.map { index in
      let isNumeric = rows.dropFirst().allSatisfy { Double($0[index]) != nil }
      return TextTable.Column(heading: head[index], isNumeric: isNumeric && rows.count > 1)
    }
    return TextTable(columns: columns, rows: Array(rows.dropFirst()))
  }

  private static func unescaped(_ text: String) -> String {
    MarkupText.unescaped(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
