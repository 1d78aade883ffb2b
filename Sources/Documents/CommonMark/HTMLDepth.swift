/// A bound of how deep a fragment of HTML nests and of how many attributes its tags have, from its text alone.
enum HTMLDepth {
  /// The deepest nesting that is read.
  private static let most = 512
  /// The most attributes of a tag: the parser compares each with all before it.
  private static let mostAttributes = 256

  /// Whether no more than `most` elements can be open at once, and no tag has too many attributes. A closing tag counts where it closes the element
  /// that was opened last, or one that ends without a tag: so the count is never too small. Cost: linear.
  static func isBounded(_ html: [UInt8]) -> Bool {
    var open: [String] = []
    var index = 0
    while let start = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      let isEnd = index < html.count && html[index] == UInt8(ascii: "/")
      if isEnd { index += 1 }
      let word = html[index...].prefix(16).prefix(while: AddressScanner.isAlphanumeric)
      guard !word.isEmpty else { continue }
      index = word.endIndex
      guard skipAttributes(html, &index) else { return false }
      let name = String(decoding: word, as: UTF8.self).lowercased()
      if isEnd {
        close(name, &open)
      } else if !void.contains(name) {
        if optional.contains(name), open.last == name { open.removeLast() }
        open.append(name)
      }
      if open.count > most { return false }
    }
    return true
  }

  /// Moves to the tag's end; false where it has too many attributes.
  private static func skipAttributes(_ html: [UInt8], _ index: inout Int) -> Bool {
    var count = 0
    var isInName = false
    while index < html.count, html[index] != UInt8(ascii: ">") {
      let byte = html[index]
      index += 1
      let isGap = byte <= 0x20 || byte == UInt8(ascii: "/")
      if byte == UInt8(ascii: "=") { skipValue(html, &index) }
      if !isGap, !isInName { count += 1 }
      isInName = !isGap && byte != UInt8(ascii: "=")
      if count > mostAttributes { return false }
    }
    return true
  }

  /// Moves behind a value in quotation marks.
  private static func skipValue(_ html: [UInt8], _ index: inout Int) {
    while index < html.count, html[index] <= 0x20 { index += 1 }
    guard index < html.count, html[index] == UInt8(ascii: "\"") || html[index] == UInt8(ascii: "'")
    else { return }
    let end = html[(index + 1)...].firstIndex(of: html[index])
    index = end.map { $0 + 1 } ?? html.count
  }

  private static func close(_ name: String, _ open: inout [String]) {
    var last = open.count - 1
    while last >= 0, open[last] != name, optional.contains(open[last]) { last -= 1 }
    if last >= 0, open[last] == name { open.removeSubrange(last...) }
  }

  private static let void: Set = [
    "br", "hr", "img", "wbr", "input", "col", "area", "source", "track",
  ]
  /// Elements that end where their parent or the next of their kind does.
  private static let optional: Set = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup",
  ]
}
