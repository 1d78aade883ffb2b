package import PythonRuntime
internal import Texts

/// A frame as pandas 3 writes it in HTML for notebooks, byte for byte.
package enum FrameHTML {
  /// Nil for what is no frame.
  package static func text(_ value: Value, _ machine: Machine) throws(PyError) -> String? {
    guard let frame: FrameObject = value.asObject() else { return nil }
    let (height, width) = (frame.index.count, frame.columnIndex.count)
    let options = TableOptions.of(machine)
    let (rows, gap) = options.shownRows(height)
    let (places, wideGap) = options.shownColumns(width)
    var columns: [[String]] = []
    for (place, name) in zip(places, try frame.columnIndex.taking(places).texts(machine)) {
      let cells = try TableText.texts(frame.column(place).taking(rows, machine), machine)
      columns.append([name] + cells)
    }
    if let wideGap {
      columns.insert(Array(repeating: "...", count: rows.count + 1), at: wideGap)
    }
    var labels = [frame.index.name ?? ""] + (try frame.index.taking(rows).texts(machine))
    if let gap {
      labels.insert("...", at: gap + 1)
      for place in columns.indices { columns[place].insert("...", at: gap + 1) }
    }
    let size = gap != nil || wideGap != nil ? "<p>\(height) rows × \(width) columns</p>\n" : ""
    return "<div>\n\(style)<table border=\"1\" class=\"dataframe\">\n"
      + head(columns.map { $0[0] }, frame.index.name, frame.columnName)
      + "  <tbody>\n"
      + labels.indices.dropFirst().map { row in
        self.row([labels[row]], columns.map { $0[row] })
      }.joined() + "  </tbody>\n</table>\n\(size)</div>"
  }

  private static let style = """
    <style scoped>
        .dataframe tbody tr th:only-of-type {
            vertical-align: middle;
        }

        .dataframe tbody tr th {
            vertical-align: top;
        }

        .dataframe thead th {
            text-align: right;
        }
    </style>

    """

  private static func head(
    _ names: [String], _ indexName: String?, _ columnName: String?
  ) -> String {
    let first = cells("th", [columnName ?? ""] + names)
    var html = "  <thead>\n    <tr style=\"text-align: right;\">\n\(first)    </tr>\n"
    if let indexName {
      let blanks = Array(repeating: "", count: names.count)
      html += "    <tr>\n\(cells("th", [indexName] + blanks))    </tr>\n"
    }
    return html + "  </thead>\n"
  }

  private static func row(_ labels: [String], _ values: [String]) -> String {
    "    <tr>\n\(cells("th", labels))\(cells("td", values))    </tr>\n"
  }

  private static func trimmed(_ text: String) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static func cells(_ tag: String, _ texts: [String]) -> String {
    texts.map { text in
      let escaped = MarkupText.escaped(trimmed(text))
      return "      <\(tag)>\(escaped)</\(tag)>\n"
    }.joined()
  }
}
