internal import JSON

/// A script's lines, without Jupytext's header, and what they say as prose.
struct ScriptText {
  /// The lines below the header.
  let lines: [String]
  /// How many lines the header takes, with those above it that Python reads: the interpreter, the coding.
  let headerCount: Int
  /// Whether it is Jupytext's own: somebody means the script as a notebook.
  let hasHeader: Bool
  /// The header's front matter with the rules around it, and how many lines stand above it.
  let front: (text: String, linesAbove: Int)?
  /// The kernel that the header names.
  let kernel: JSONObject?

  init(_ text: String) {
    var text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let first = lines.prefix(2).prefix { $0.hasPrefix("#!") || Self.isCoding($0) }.count
    let end = Self.headerEnd(lines, from: first)
    let header = Self.uncommented(lines[first..<(end ?? first)]).dropFirst().dropLast()
    hasHeader = header.contains { $0.hasPrefix("jupyter:") }
    let read = ScriptHeader.read(Array(header))
    front = read.front.map { ($0, first) }
    kernel = read.kernel
    headerCount = end ?? first
    self.lines = Array(lines.dropFirst(headerCount))
  }

  /// Where a header ends: comments between `# ---`.
  private static func headerEnd(_ lines: [String], from first: Int) -> Int? {
    guard lines.dropFirst(first).first == "# ---",
      let end = lines.dropFirst(first + 1).firstIndex(of: "# ---"),
      lines[..<end].allSatisfy({ $0.hasPrefix("#") })
    else { return nil }
    return end + 1
  }

  /// `# -*- coding: utf-8 -*-`
  private static func isCoding(_ line: String) -> Bool {
    line.hasPrefix("#") && (line.contains("coding:") || line.contains("coding="))
  }

  /// Lines without their number signs.
  static func uncommented(_ lines: some Sequence<String>) -> [String] {
    lines.map { line in
      guard line.hasPrefix("#") else { return line }
      return String(line.dropFirst(line.hasPrefix("# ") ? 2 : 1))
    }
  }

  /// What a triple-quoted string says that takes all of the lines; nil for anything else.
  static func quoted(_ lines: some Sequence<String>) -> (text: String, marker: String)? {
    let whole = lines.joined(separator: "\n").trimming(" \t\n")
    for prefix in ["", "r", "R"] {
      for quote in ["\"\"\"", "'''"] {
        let left = prefix + quote
        guard whole.hasPrefix(left), whole.hasSuffix(quote), whole.count >= left.count + 3 else {
          continue
        }
        let content = String(whole.dropFirst(left.count).dropLast(3))
        guard !content.contains(quote) else { continue }
        return (content, left)
      }
    }
    return nil
  }
}
