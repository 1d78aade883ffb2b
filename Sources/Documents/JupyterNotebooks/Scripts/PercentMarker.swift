internal import JSON

/// A line that begins a cell of a percent script: `# %% title [markdown] key=value`.
///
/// What it says is read as Jupytext 1.19 does, which keeps the title, the depth of `# %%%` and the region's
/// name among the cell's metadata.
struct PercentMarker: Hashable {
  let kind: JupyterCell.Kind
  let metadata: JSONObject

  /// - Parameter line: a line that stands in no string; nil where it begins no cell.
  init?(_ line: some StringProtocol) {
    guard let options = Self.options(of: line) else { return nil }
    var (title, metadata) = MarkerMetadata.titleAndMetadata(options)
    var kind = JupyterCell.Kind.code
    for (word, named) in [
      ("markdown", JupyterCell.Kind.markdown), ("raw", .raw), ("md", .markdown),
    ] {
      guard title.contains("[\(word)]") else { continue }
      title = title.replacing("[\(word)]", with: "").trimming(" \t")
      kind = named
      if word == "md" { metadata["region_name"] = .string(word) }
      break
    }
    if let named = metadata["cell_type"]?.string.flatMap(JupyterCell.Kind.init) {
      kind = named
      metadata["cell_type"] = nil
    }
    let depth = title.prefix { $0 == "%" }.count
    title = String(title.dropFirst(depth)).trimming(depth > 0 ? " \t" : "")
    if depth > 0 { metadata["cell_depth"] = .integer(depth) }
    if !title.isEmpty { metadata["title"] = .string(title) }
    self.kind = kind
    self.metadata = metadata
  }

  /// What follows `%%`; nil where the line is no marker. `# <codecell>` and `# In[3]:` say nothing.
  private static func options(of line: some StringProtocol) -> String? {
    let text = String(line).trimming(" \t")
    guard text.hasPrefix("#") else { return nil }
    let rest = String(text.dropFirst()).trimming(" \t")
    if rest == "<codecell>" || isPrompt(rest) { return "" }
    guard rest.hasPrefix("%%") else { return nil }
    let options = rest.dropFirst(2)
    guard let next = options.first(where: { $0 != "%" }) else {
      // A line of nothing but signs is a marker with two of them, or where a blank follows.
      return options.isEmpty || line.last?.isWhitespace ?? false ? String(options) : nil
    }
    return next.isWhitespace ? String(options) : nil
  }

  /// `In[3]:`, as nbconvert writes it.
  private static func isPrompt(_ text: String) -> Bool {
    guard text.hasPrefix("In["), let end = text.firstIndex(of: "]") else { return false }
    let number = text[text.index(text.startIndex, offsetBy: 3)..<end]
    return number.allSatisfy { $0 == " " || $0.isASCII && $0.isNumber }
      && ["", ":"].contains(text[text.index(after: end)...])
  }
}
