internal import CommonMark
internal import Diagnostics

/// Finds `[text](run:target)` in the bytes of one paragraph or heading, outside code spans, tags and comments.
struct RunLinkScanner {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  /// Where the brackets that are still open stand.
  private var brackets: [Int] = []
  private let runs: BacktickStrings
  /// The raw HTML that is still to come.
  private var html: ArraySlice<String>
  private(set) var links: [RunLink] = []

  /// - Parameter html: the raw HTML in the bytes, in order.
  init(_ bytes: ArraySlice<UInt8>, html: [String] = []) {
    self.bytes = bytes
    self.html = html[...]
    runs = BacktickStrings(bytes)
    index = bytes.startIndex
    while index < bytes.endIndex { step() }
  }

  private mutating func step() {
    switch bytes[index] {
    case UInt8(ascii: "\\"): index += 2
    case UInt8(ascii: "`"): index = runs.end(ofCodeAt: index, in: bytes)
    case UInt8(ascii: "<"): skipHTML()
    case UInt8(ascii: "["):
      brackets.append(index)
      index += 1
    case UInt8(ascii: "]"):
      closeBracket()
      index += 1
    default: index += 1
    }
  }

  private mutating func skipHTML() {
    guard let next = html.first, let end = end(of: next) else { return index += 1 }
    html = html.dropFirst()
    index = end
  }

  /// Where raw HTML ends that begins here; nil where it begins further on. Its lines stand in the notebook
  /// behind the marks of quotations and lists.
  private func end(of html: String) -> Int? {
    let isMargin: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    var place = index
    for (number, line) in html.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      var line = line
      if number > 0 {
        place = bytes[place...].drop { $0 == 0x0D || $0 == 0x0A }.startIndex
        place = bytes[place...].drop(while: isMargin).startIndex
        line = line.drop(while: isMargin)
      }
      guard bytes[place...].starts(with: line) else { return nil }
      place += line.count
    }
    return place
  }

  private mutating func closeBracket() {
    guard let open = brackets.popLast(), let target = target(after: index + 1) else { return }
    if open > bytes.startIndex, bytes[open - 1] == UInt8(ascii: "!") { return }
    links.append(
      RunLink(
        text: String(decoding: bytes[open + 1..<index], as: UTF8.self), range: open + 1..<index,
        target: String(decoding: bytes[target], as: UTF8.self), targetRange: target,
        title: title(after: target.upperBound)))
  }

  private func target(after start: Int) -> Range<Int>? {
    guard start < bytes.endIndex, bytes[start] == UInt8(ascii: "(") else { return nil }
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    var rest = bytes[(start + 1)...].drop(while: isSpace)
    if rest.first == UInt8(ascii: "<") { rest = rest.dropFirst() }
    guard rest.starts(with: "run:".utf8) else { return nil }
    let ends = Array(" \t\r\n()<>".utf8)
    let target = rest.dropFirst(4).prefix { !ends.contains($0) }
    return target.startIndex..<target.endIndex
  }

  private func title(after end: Int) -> LinkTitle? {
    let isClosing = end < bytes.endIndex && bytes[end] == UInt8(ascii: ">")
    return LinkTitle(bytes[(isClosing ? end + 1 : end)...])
  }
}
