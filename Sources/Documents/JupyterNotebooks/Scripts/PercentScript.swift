internal import JSON

/// A Python script as a Jupyter notebook: `# %%` begins a cell; without such lines all is one.
///
/// Cells are those of Jupytext 1.19's percent format. ``ScriptProgram`` tells what of it Python runs.
public struct PercentScript: Sendable {
  /// The script's cells, front matter among them, with a Python notebook's metadata.
  public let notebook: JupyterNotebook

  /// Whether a script begins with Jupytext's own header: somebody means it as a notebook.
  public static func hasHeader(_ text: String) -> Bool { ScriptText(text).hasHeader }

  /// - Parameter text: the script. Cost: linear.
  public init(_ text: String) {
    let script = ScriptText(text)
    var lines = script.lines[...]
    var cells = script.front.map { [FrontCell.cell($0.text)] } ?? []
    // What stands before the first marker is code, where there is anything.
    while !lines.isEmpty {
      let marker = PercentMarker(lines.first ?? "")
      let kind = marker?.kind ?? .code
      let content = lines.dropFirst(marker == nil ? 0 : 1)
      let end = Self.end(of: content, kind) ?? content.endIndex
      let kept = Self.withoutSeparator(content[..<end])
      lines = content[end...]
      if marker == nil, kept.allSatisfy(\.isEmpty) { continue }
      cells.append(Self.cell(kind, Array(kept), marker?.metadata ?? [:]))
    }
    MarkdownWriter.giveUsualIDs(&cells)
    var metadata = NotebookMarker.python
    if let kernel = script.kernel { metadata["kernelspec"] = .object(kernel) }
    notebook = JupyterNotebook(metadata: metadata, cells: cells)
  }

  /// The next marker's line: in no string, and in no fence of prose.
  private static func end(of lines: ArraySlice<String>, _ kind: JupyterCell.Kind) -> Int? {
    var quotes = ScriptQuotes()
    var fence: Substring?
    for (index, line) in zip(lines.indices, lines) {
      if !quotes.isOpen {
        if kind != .code, let mark = ScriptText.uncommented([line])[0].fenceMark {
          fence = fence == nil ? mark : mark.hasPrefix(fence ?? "") ? nil : fence
        } else if fence == nil, PercentMarker(line) != nil {
          return index
        }
      }
      quotes.read(line)
    }
    return nil
  }

  /// The lines without the empty ones that only part cells: two behind a line of text, or one.
  private static func withoutSeparator(_ lines: ArraySlice<String>) -> ArraySlice<String> {
    let blanks = lines.reversed().prefix { $0.allSatisfy(\.isWhitespace) }.count
    if blanks == 2, lines.count > 2 { return lines.dropLast(2) }
    return lines.last == "" ? lines.dropLast() : lines
  }

  private static func cell(
    _ kind: JupyterCell.Kind, _ lines: [String], _ metadata: JSONObject
  ) -> JupyterCell {
    guard kind != .code else {
      let source = CommentedMagic.uncommented(lines).joined(separator: "\n")
      return CellLanguage.restored(JupyterCell(.code, source: source, metadata: metadata))
    }
    var metadata = metadata
    guard let (text, marker) = ScriptText.quoted(lines) else {
      let source = ScriptText.uncommented(lines).joined(separator: "\n")
      return JupyterCell(kind, source: source, metadata: metadata)
    }
    let starts = text.hasPrefix("\n")
    let ends = text.hasSuffix("\n") && text.count > 1
    if starts, ends {
      metadata["cell_marker"] = .string(marker)
    } else if marker.count > 3 {
      let left = starts ? marker + "\n" : marker
      let right = (ends ? "\n" : "") + marker.suffix(3)
      metadata["cell_marker"] = .string("\(left),\(right)")
    }
    return JupyterCell(
      kind, source: String(text.dropFirst(starts ? 1 : 0).dropLast(ends ? 1 : 0)),
      metadata: metadata)
  }
}
