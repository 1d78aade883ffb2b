internal import Texts

extension Prose {
  /// Puts away the bare addresses in paragraphs and headings, whose marks mean nothing.
  mutating func protectAddresses() {
    guard lines.contains(where: AddressScanner.mayHaveAddress) else { return }
    for leaf in leaves() {
      let text = Array(lines[leaf.lines].joined(separator: [0x0A]))
      let found = AddressScanner.addresses(in: text)
      guard !found.isEmpty else { continue }
      // No address spans lines, so the count of lines stays.
      let parts = replaced(found, in: text).split(separator: 0x0A, omittingEmptySubsequences: false)
      lines.replaceSubrange(leaf.lines, with: parts.map(Array.init))
    }
  }

  private mutating func replaced(_ ranges: [Range<Int>], in text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    for range in ranges {
      let source = String(decoding: text[range], as: UTF8.self)
      let address = MarkupText.unescaped(spans.source(source))
      let target = source.hasPrefix("www.") ? "http://" + address : address
      result += text[copied..<range.lowerBound]
      result += spans.token(
        for: .init(kind: .address, source: spans.source(source), content: target))
      copied = range.upperBound
    }
    return result + text[copied...]
  }
}
