/// A Python script as a Jupyter notebook: `# %%` begins a cell; without such lines all is one.
///
/// `# %% [markdown]` and `# %% [raw]` begin cells whose lines are comments, or one triple-quoted
/// string. Magics that stand behind a number sign, as Jupytext writes them, are magics again.
public struct PercentScript: Sendable {
  public let notebook: JupyterNotebook
  /// Whether any line begins a cell; without one all is a program as Python runs it.
  public let isPercent: Bool
  /// Whether it begins with Jupytext's own header: somebody means it as a notebook.
  public let hasHeader: Bool
  /// The script's line, from 1, that each cell's source begins with.
  public let firstLines: [Int]

  /// - Parameter text: the script. Cost: linear.
  public init(_ text: String) {
    let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let header = Self.headerCount(lines)
    hasHeader = header > 0
    lines.removeFirst(header)
    let isPercent = lines.contains { Self.kind(ofLine: $0) != nil }
    var cells: [JupyterCell] = []
    var firstLines: [Int] = []
    var kind = JupyterCell.Kind.code
    var content: [String] = []
    var isStarted = false
    func end(_ next: Int) {
      let blanks = content.prefix { $0.allSatisfy(\.isWhitespace) }.count
      let first = header + next - content.count + blanks + 1
      let cell = Self.cell(kind, content, hasMagics: isPercent)
      guard isStarted || !cell.source.isEmpty else { return }
      cells.append(cell)
      firstLines.append(first)
    }
    for (number, line) in lines.enumerated() {
      guard let next = Self.kind(ofLine: line) else {
        content.append(line)
        continue
      }
      end(number)
      (kind, content, isStarted) = (next, [], true)
    }
    end(lines.count)
    self.isPercent = isPercent
    self.firstLines = firstLines
    for index in cells.indices { cells[index].id = MarkdownWriter.defaultID(index) }
    notebook = JupyterNotebook(metadata: NotebookMarker.python, cells: cells)
  }

  /// The kind of cell that a line begins; nil for other lines.
  private static func kind(ofLine line: String) -> JupyterCell.Kind? {
    guard line.hasPrefix("#") else { return nil }
    let rest = String(line.dropFirst()).trimming(" \t")
    guard rest.hasPrefix("%%"), rest.count == 2 || rest.dropFirst(2).first == " " else {
      return nil
    }
    if rest.contains("[markdown]") || rest.contains("[md]") { return .markdown }
    return rest.contains("[raw]") ? .raw : .code
  }

  /// How many lines Jupytext's own header takes: comments between `# ---`.
  private static func headerCount(_ lines: [String]) -> Int {
    guard lines.first == "# ---", let end = lines.dropFirst().firstIndex(of: "# ---"),
      lines[..<end].allSatisfy({ $0.hasPrefix("#") }),
      lines[..<end].contains(where: { $0.hasPrefix("# jupyter:") })
    else { return 0 }
    return end + 1
  }

  private static func cell(
    _ kind: JupyterCell.Kind, _ lines: [String], hasMagics: Bool
  ) -> JupyterCell {
    let lines = trimmed(lines)
    guard kind == .code else {
      return JupyterCell(kind, source: text(lines).joined(separator: "\n"))
    }
    let source = lines.map { hasMagics ? magic($0) : $0 }
    return JupyterCell(.code, source: source.joined(separator: "\n"))
  }

  /// What comments or a triple-quoted string say.
  private static func text(_ lines: [String]) -> [String] {
    for quote in ["\"\"\"", "'''"] {
      let whole = lines.joined(separator: "\n")
      guard whole.hasPrefix(quote), whole.hasSuffix(quote), whole.count >= 6 else { continue }
      let content = String(whole.dropFirst(3).dropLast(3)).trimming("\n")
      return content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.map { line in
      guard line.hasPrefix("#") else { return line }
      return String(line.dropFirst(line.hasPrefix("# ") ? 2 : 1))
    }
  }

  private static func magic(_ line: String) -> String {
    guard line.hasPrefix("# %") || line.hasPrefix("# !") else { return line }
    let rest = line.dropFirst(2)
    let word = rest.drop { $0 == "%" || $0 == "!" }
    return word.first?.isLetter ?? false ? String(rest) : line
  }

  private static func trimmed(_ lines: [String]) -> [String] {
    let isBlank = { (line: String) in line.allSatisfy(\.isWhitespace) }
    var lines = lines[...]
    while let first = lines.first, isBlank(first) { lines.removeFirst() }
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    return Array(lines)
  }
}
