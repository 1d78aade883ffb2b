/// The footnotes of a page: numbered in the order of their first references, whatever piece defines them.
struct Footnotes: Sendable {
  /// The labels that some piece of the page defines.
  var defined: Set<String> = []
  /// The labels by number, from 1.
  private var labels: [String] = []
  private var numbers: [String: Int] = [:]
  /// How many references each label has.
  private var counts: [String: Int] = [:]
  private var bodies: [String: String] = [:]

  /// How labels are compared.
  static func normalized(_ label: some StringProtocol) -> String { label.lowercased() }

  /// The mark of one more reference to a label; a link has no room for another one in it.
  mutating func reference(to label: String, isInLink: Bool) -> String {
    let number = numbers[label] ?? labels.count + 1
    if number > labels.count {
      labels.append(label)
      numbers[label] = number
    }
    if isInLink { return "<sup class=\"note\">\(number)</sup>" }
    counts[label, default: 0] += 1
    let id = Self.id(number, counts[label] ?? 1)
    return "<sup class=\"note\"><a id=\"\(id)\" href=\"#fn:\(number)\" role=\"doc-noteref\">"
      + "\(number)</a></sup>"
  }

  /// Takes in what a definition holds; of several for a label the first counts.
  mutating func define(_ label: String, as html: String) {
    if bodies[label] == nil { bodies[label] = html }
  }

  /// The section with all that were referred to; empty where there is none. No heading's anchor has a
  /// colon, so its ids are nobody else's.
  func html(_ words: ProseWords) -> String {
    let items = labels.enumerated().compactMap { index, label in
      bodies[label].map { item(index + 1, label, $0, words) }
    }
    guard !items.isEmpty else { return "" }
    return "<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"fn:title\">\n"
      + "<h2 id=\"fn:title\">\(HTMLEscaping.text(words.footnotes))</h2>\n<ol>\n"
      + "\(items.joined())</ol>\n</section>\n"
  }

  private func item(_ number: Int, _ label: String, _ body: String, _ words: ProseWords) -> String {
    let links = (0..<counts[label, default: 0]).map { $0 + 1 }.map { ordinal in
      let name = HTMLEscaping.text("\(words.backToReference) \(number)")
      let many = ordinal > 1 ? "<sup>\(ordinal)</sup>" : ""
      let more = ordinal > 1 ? "-\(ordinal)" : ""
      return "<a href=\"#\(Self.id(number, ordinal))\" role=\"doc-backlink\" "
        + "aria-label=\"\(name)\(more)\">↩\(many)</a>"
    }.joined(separator: " ")
    let end = "</p>\n"
    let isText = body.hasSuffix(end)
    let text = isText ? "\(body.dropLast(end.count)) \(links)\(end)" : "\(body)\(links)\n"
    return "<li id=\"fn:\(number)\">\n\(text)</li>\n"
  }

  private static func id(_ number: Int, _ ordinal: Int) -> String {
    "fnref:\(number)" + (ordinal > 1 ? "-\(ordinal)" : "")
  }
}
