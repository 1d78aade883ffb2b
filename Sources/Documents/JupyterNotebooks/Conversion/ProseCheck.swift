internal import Diagnostics
internal import Notebooks

/// Whether Markdown cells mean the same where they stand among others in one document.
struct ProseCheck {
  let vocabulary: DirectiveVocabulary
  /// Whether plain `python` fences are directives in that document.
  let runsPython: Bool

  /// Whether a cell's Markdown can stand as it is: nothing in it runs, is taken for Caderno's own
  /// markers, or swallows what follows.
  func isPlain(_ source: String) -> Bool {
    if source.hasPrefix("\n") || hasMarkers(source) { return false }
    let probe = "```python {.keras}\n```\n"
    let text = (runsPython ? MarkdownForm.addedFrontMatter : "") + "\n\(source)\n\n\(probe)"
    let notebook = notebook(text)
    guard notebook.directives.count == 1, notebook.regions.isEmpty else { return false }
    return notebook.directives[0].range.lowerBound == text.utf8.count - probe.utf8.count
  }

  /// The directive that a fence of an info string is; nil where it is none.
  func directive(info: String) -> Directive? {
    let front = runsPython ? MarkdownForm.addedFrontMatter : ""
    let found = notebook("\(front)\n~~~\(info)\n~~~\n").directives
    return found.count == 1 ? found[0] : nil
  }

  private func hasMarkers(_ source: String) -> Bool {
    guard source.contains("<!--") else { return false }
    let names = ["cell", "notebook", "caderno:", "/caderno:"]
    return source.split(separator: "\n").contains { line in
      let line = String(line).trimming(" \t")
      guard line.hasPrefix("<!--") else { return false }
      let word = String(line.dropFirst(4)).trimming(" \t")
      return names.contains { word.hasPrefix($0) }
    }
  }

  private func notebook(_ text: String) -> Notebook {
    Notebook(
      source: SourceText(file: "", bytes: Array(text.utf8)), vocabulary: vocabulary)
  }
}
