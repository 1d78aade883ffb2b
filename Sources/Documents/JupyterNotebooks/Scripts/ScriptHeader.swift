internal import JSON

/// Jupytext's header of a script: front matter, and what it keeps of a notebook's metadata.
enum ScriptHeader {
  /// The lines of a raw cell between its `---`; nil for another cell.
  static func front(_ cell: JupyterCell) -> [String]? {
    guard cell.kind == .raw else { return nil }
    let lines = LineBreaks.unified(cell.source).trimming(" \t\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 2, isRule(lines[0]), isRule(lines[lines.count - 1]) else { return nil }
    return Array(lines[1..<lines.count - 1])
  }

  static func lines(front: [String]?, metadata: JSONObject) -> [String] {
    var kept = JSONObject(metadata.members.filter { names.contains($0.name) })
    var jupytext = kept["jupytext"]?.object ?? [:]
    jupytext["text_representation"] = .object([
      "extension": .string(".py"), "format_name": .string("percent"),
      "format_version": .string("1.3"),
    ])
    kept["jupytext"] = .object(jupytext)
    let lines = ["---"] + (front ?? []) + yaml(["jupyter": .object(kept)], indent: "") + ["---"]
    return lines.map { $0.isEmpty ? "#" : "# \($0)" }
  }

  private static let names: Set<String> = [
    "jupytext", "kernelspec", "kernel_info", "orphan", "tocdepth",
  ]

  private static func isRule(_ line: String) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
  }

  private static func yaml(_ object: JSONObject, indent: String) -> [String] {
    object.members.sorted { $0.name < $1.name }.flatMap { member -> [String] in
      let name = indent + scalar(member.name) + ":"
      guard case .object(let inner) = member.value, !inner.isEmpty else {
        return ["\(name) \(value(member.value))"]
      }
      return [name] + yaml(inner, indent: indent + "  ")
    }
  }

  private static func value(_ value: JSONValue) -> String {
    if case .string(let text) = value { return scalar(text) }
    return PythonJSON.text(value)
  }

  /// A text as YAML, in quotation marks where it would be read as something else.
  private static func scalar(_ text: String) -> String {
    let isWord = text.first.map { $0.isASCII && ($0.isLetter || $0 == ".") } ?? false
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
      default: " ._()/+-".utf8.contains(byte)
      }
    }
    let isOther =
      ["null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan"]
      .contains(text.lowercased())
      || text.dropFirst().first?.isNumber ?? false && text.hasPrefix(".")
    if isWord, isPlain, !isOther, !text.hasSuffix(" ") { return text }
    let isASCII = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    return isASCII
      ? "'" + text.replacing("'", with: "''") + "'" : QuotedYAML.quoted(text)
  }
}

// MARK: - Reading

extension ScriptHeader {
  /// The front matter in a header's lines, and the notebook's kernel; nil for what isn't there.
  ///
  /// - Parameter lines: without number signs and without the rules around.
  static func read(_ lines: [String]) -> (front: String?, kernel: JSONObject?) {
    var front: [String] = []
    var kernel: JSONObject = [:]
    var (isOwn, isKernel) = (false, false)
    for line in lines {
      let isTop = line.first.map { !$0.isWhitespace } ?? false
      if isTop { isOwn = line.trimming(" \t") == "jupyter:" }
      guard isOwn else {
        front.append(line)
        continue
      }
      let indent = line.prefix { $0 == " " }.count
      if indent == 2 { isKernel = line.trimming(" \t") == "kernelspec:" }
      if isKernel, indent > 2, let (name, value) = pair(line) { kernel[name] = .string(value) }
    }
    let text = front.isEmpty ? nil : (["---"] + front + ["---"]).joined(separator: "\n")
    return (text, kernel.isEmpty ? nil : kernel)
  }

  private static func pair(_ line: String) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = String(line[..<colon]).trimming(" \t")
    let value = String(line[line.index(after: colon)...]).trimming(" \t")
    if value.count >= 2, value.hasPrefix("'"), value.hasSuffix("'") {
      let inner = String(value.dropFirst().dropLast())
      return (name, inner.replacing("''", with: "'"))
    }
    if let text = QuotedYAML.text(value) { return (name, text) }
    return value.isEmpty ? nil : (name, value)
  }
}
