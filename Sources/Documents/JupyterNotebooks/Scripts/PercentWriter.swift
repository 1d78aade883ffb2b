internal import JSON

/// A notebook as a percent script, in the form that Jupytext 1.19 writes.
public struct PercentWriter: Sendable {
  /// The script, with Jupytext's header.
  public let text: String

  /// Cost: linear, but for comments and empty lines, which are looked at for each cell before them.
  public init(_ notebook: JupyterNotebook) {
    let front = notebook.cells.first.flatMap(ScriptHeader.front)
    let cells = front == nil ? notebook.cells[...] : notebook.cells.dropFirst()
    var parts: [[String]] = []
    for cell in cells.reversed() {
      let lines = ScriptCell(cell).lines
      let count =
        cell.metadata["lines_to_next_cell"]?.integer
        ?? CellSpacing.lines(after: lines, before: parts.reversed().lazy.joined())
      parts.append(lines + Array(repeating: "", count: min(max(count, 0), 100)))
    }
    let header = ScriptHeader.lines(front: front, metadata: notebook.metadata) + [""]
    text = (header + parts.reversed().joined()).joined(separator: "\n")
  }
}

/// A cell's lines in a percent script, from its marker on.
private struct ScriptCell {
  private let cell: JupyterCell
  private var metadata: JSONObject
  private var source: [String]

  init(_ cell: JupyterCell) {
    self.cell = cell
    source = Self.lines(of: cell.source)
    metadata = JSONObject(cell.metadata.members.filter { !Self.omitted.contains($0.name) })
    if metadata["tags"] == .array([]) { metadata["tags"] = nil }
    if cell.kind == .code {
      takeLanguage()
    } else {
      metadata["cell_type"] = .string(cell.kind.rawValue)
    }
  }

  /// The lines as Python's `str.splitlines` has them, and an empty one behind a last line feed.
  private static func lines(of source: String) -> [String] {
    let lines = TextLines.split(source).map { line in
      var scalars = line.unicodeScalars
      if scalars.last == "\n", scalars.dropLast().last == "\r" { scalars.removeLast() }
      if let last = scalars.last, TextLines.isBreak(last) { scalars.removeLast() }
      return String(scalars)
    }
    return source.isEmpty || source.unicodeScalars.last == "\n" ? lines + [""] : lines
  }

  /// What Jupytext leaves in the notebook.
  private static let omitted: Set<String> = [
    "autoscroll", "collapsed", "scrolled", "trusted", "execution", "ExecuteTime", "skipline",
    "noskipline", "cell_marker", "lines_to_next_cell", "lines_to_end_of_cell_marker",
  ]

  /// `%%bash -e` is told by the marker, and the lines below it are comments.
  private mutating func takeLanguage() {
    guard let first = source.first, first.hasPrefix("%%") else { return }
    let words = first.dropFirst(2).split(
      separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard let language = words.first.map(String.init), CellLanguage.all.contains(language) else {
      return
    }
    source.removeFirst()
    if words.count > 1, !words[1].isEmpty { metadata["magic_args"] = .string(String(words[1])) }
    metadata["language"] = .string(language)
  }

  var lines: [String] {
    let options = self.options
    let marker = options.isEmpty || options.hasPrefix("%") ? "%%\(options)" : "%% \(options)"
    guard cell.kind == .code else { return ["# \(marker)"] + prose }
    guard isActive else { return ["# \(marker)"] + Self.comments(source) }
    let first = source.first ?? ""
    let indent =
      first.allSatisfy(\.isWhitespace) ? "" : first.prefix(while: \.isWhitespace)
    let code = CommentedMagic.commented(source)
    return ["\(indent)# \(marker)"] + (code == [""] ? [] : code)
  }

  /// Whether Python runs the cell.
  private var isActive: Bool {
    if metadata["run_control"]?.object?["frozen"] == .bool(true) { return false }
    if let tag = metadata.tags?.first(where: { $0.hasPrefix("active-") }) {
      return tag.split(separator: "-").contains("py")
    }
    if let active = metadata["active"]?.string {
      return active.split { $0 == "." || $0 == "," }.contains("py")
    }
    return metadata["language"]?.string.map(CellLanguage.isPython) ?? true
  }

  /// What the marker says of the cell: a title, its kind, then names and values.
  private var options: String {
    var rest = metadata
    var words: [String] = []
    if let title = rest["title"]?.string { words.append(title) }
    if let depth = rest["cell_depth"]?.integer, (0...100).contains(depth) {
      words.insert(String(repeating: "%", count: depth), at: 0)
    }
    if let kind = rest["cell_type"]?.string {
      words.append("[\(rest["region_name"]?.string ?? kind)]")
      rest["region_name"] = nil
    }
    for name in ["title", "cell_depth", "cell_type"] { rest[name] = nil }
    words = words.isEmpty ? [] : [words.joined(separator: " ")]
    for member in rest.members {
      switch (member.name, member.value) {
      case ("incorrectly_encoded_metadata", .string(let text)): words.append(text)
      case (_, .null): words.append(member.name)
      default: words.append("\(member.name)=\(PythonJSON.text(member.value))")
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Comments, or a string where the script had one.
  private var prose: [String] {
    guard let marker = cell.metadata["cell_marker"]?.string, let quotes = Self.quotes(marker)
    else { return Self.comments(source) }
    let isRaw = quotes.left.hasPrefix("r") || quotes.left.hasPrefix("R")
    let needsRaw = !isRaw && source.contains { $0.contains("\\") }
    var text = source
    text[0] = (needsRaw ? "r" : "") + quotes.left + text[0]
    text[text.count - 1] += quotes.right
    return text.joined(separator: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  private static func quotes(_ marker: String) -> (left: String, right: String)? {
    let parts = marker.split(separator: ",", maxSplits: 1).map(String.init)
    let isRaw = marker.hasPrefix("r") || marker.hasPrefix("R")
    let bare = isRaw ? String(marker.dropFirst()) : marker
    let (left, right) =
      parts.count == 2 ? (parts[0], parts[1]) : (marker + "\n", "\n" + bare)
    let opening = (isRaw ? left.dropFirst() : Substring(left)).prefix(3)
    guard ["\"\"\"", "'''"].contains(opening), right.hasSuffix(opening) else { return nil }
    return (left, right)
  }

  private static func comments(_ lines: [String]) -> [String] {
    lines.map { $0.isEmpty ? "#" : "# " + $0 }
  }
}
