/// Finds bare addresses in the text of one paragraph or heading: those that begin with `www.`, `http://`,
/// `https://` or `ftp://` (GFM, section 6.9), outside code, tags, brackets and the addresses of links.
struct AddressScanner {
  private let text: [UInt8]
  private var index = 0
  /// The brackets that are open, whether an image's: nothing is linked where the text could be a link's.
  private var brackets: [Bool] = []
  /// How many of them stand around a link, and so begin none themselves.
  private var inactive = 0
  private let runs: BacktickStrings
  /// The next closing angle bracket, once it was looked for; the text's end where there is none.
  private var angle = -1

  init(text: [UInt8]) {
    self.text = text
    runs = BacktickStrings(text[...])
  }

  /// Whether a line has what an address begins with.
  static func mayHaveAddress(_ line: [UInt8]) -> Bool {
    line.indices.contains { index in
      line[index] == UInt8(ascii: "w") && line[index...].starts(with: "www.".utf8)
        || line[index] == UInt8(ascii: ":") && line[index...].starts(with: "://".utf8)
    }
  }

  /// All of them in order. Cost: linear.
  static func addresses(in text: [UInt8]) -> [Range<Int>] {
    var scanner = AddressScanner(text: text)
    var found: [Range<Int>] = []
    while scanner.index < text.count {
      if let range = scanner.next(), range.lowerBound >= found.last?.upperBound ?? 0 {
        found.append(range)
      }
    }
    return found
  }

  /// Moves over one piece of text; returns the address where it was one.
  private mutating func next() -> Range<Int>? {
    switch text[index] {
    case UInt8(ascii: "\\"): index += 2
    case UInt8(ascii: "`"): index = runs.end(ofCodeAt: index, in: text[...])
    case UInt8(ascii: "<"): skipTag()
    case UInt8(ascii: "["):
      brackets.append(index > 0 && text[index - 1] == UInt8(ascii: "!"))
      index += 1
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "w") where brackets.isEmpty && text[index...].starts(with: "www.".utf8):
      return address(from: index, host: index, isShortAllowed: false)
    case UInt8(ascii: ":") where brackets.isEmpty && text[index...].starts(with: "://".utf8):
      return schemeStart().flatMap { address(from: $0, host: index + 3, isShortAllowed: true) }
    default: index += 1
    }
    return nil
  }

  /// Moves over a tag, or an address between angle brackets.
  private mutating func skipTag() {
    index += 1
    if angle < index { angle = text[index...].firstIndex(of: UInt8(ascii: ">")) ?? text.count }
    guard angle < text.count else { return }
    let inner = text[index..<angle]
    let name = inner.prefix(while: Self.isAlphanumeric)
    let next = inner.dropFirst(name.count).first
    let isTag = !name.isEmpty && next.map { $0 <= 0x20 || "/-".utf8.contains($0) } ?? true
    let isAddress = !name.isEmpty && !inner.contains { $0 <= 0x20 || $0 == UInt8(ascii: "<") }
    if isTag || isAddress || inner.first.map("/!?".utf8.contains) ?? false { index = angle + 1 }
  }

  private mutating func closeBracket() {
    index += 1
    guard let isImage = brackets.popLast() else { return }
    let isActive = brackets.count >= inactive
    inactive = min(inactive, brackets.count)
    guard isActive, index < text.count, text[index] == UInt8(ascii: "(") else { return }
    if !isImage { inactive = brackets.count }
    var depth = 0
    index += 1
    while index < text.count, text[index] > 0x20 {
      if text[index] == UInt8(ascii: "(") { depth += 1 }
      if text[index] == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 { return }
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
  }

  /// Where the scheme begins whose colon stands here; passes over the colon where it is none of ours.
  private mutating func schemeStart() -> Int? {
    let letters = text[max(0, index - 6)..<index].reversed().prefix(while: Self.isLetter)
    let scheme = String(decoding: letters.reversed(), as: UTF8.self).lowercased()
    if ["http", "https", "ftp"].contains(scheme), Self.isHost(text, at: index + 3) {
      return index - letters.count
    }
    index += 1
    return nil
  }

  private mutating func address(
    from start: Int, host: Int, isShortAllowed: Bool
  ) -> Range<Int>? {
    var end = host
    if isShortAllowed || canBegin(at: start) {
      end = AddressEnd.domain(in: text, from: host, isShortAllowed: isShortAllowed) ?? host
    }
    guard end > host else {
      index += 1
      return nil
    }
    end = AddressEnd.trimmed(text[start..<AddressEnd.blank(in: text, from: end)])
    index = max(end, index + 1)
    return end > start ? start..<end : nil
  }

  /// Whether `www.` may begin here: at a line's start, behind a blank or one of a few marks.
  private func canBegin(at start: Int) -> Bool {
    guard start > 0 else { return true }
    if " \t\n*_~(".utf8.contains(text[start - 1]) { return true }
    let marks = text[..<start].reversed().prefix { "> \t".utf8.contains($0) }
    let front = start - marks.count
    return !marks.isEmpty && (front == 0 || text[front - 1] == 0x0A)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isHost(_ text: [UInt8], at place: Int) -> Bool {
    guard place < text.count else { return false }
    guard text[place] >= 0x80 else { return text[place] > 0x20 && isAlphanumeric(text[place]) }
    let width = text[place] >= 0xF0 ? 4 : text[place] >= 0xE0 ? 3 : 2
    let end = min(place + width, text.count)
    let scalar = String(decoding: text[place..<end], as: UTF8.self).unicodeScalars.first
    // A token of ours stands for mathematics, which is no name.
    return scalar.map { FlankingSides.isPartOfHost($0) && $0 != "\u{E000}" } ?? false
  }
}
