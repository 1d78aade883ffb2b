internal import Diagnostics

/// Looks through a style sheet for what a page may not have, by the tokens of CSS Syntax 3: comments and strings say
/// nothing, and a name's escapes stand for their characters.
struct ThemeReader {
  private let bytes: [UInt8]
  private var place: Int
  private var findings: [Diagnostic] = []

  /// What is wrong, in the order of the text; a long text is not looked through.
  static func findings(in source: SourceText) -> [Diagnostic] {
    guard source.bytes.count <= Theme.sizeLimit else {
      return [.tooLarge(source.bytes.count)]
    }
    var reader = ThemeReader(bytes: source.bytes, place: 0)
    reader.lookForMarkup()
    reader.read()
    return reader.findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private init(bytes: [UInt8], place: Int) { (self.bytes, self.place) = (bytes, place) }

  /// What would end the `style` element, or be read as another character in it, wherever it stands.
  private mutating func lookForMarkup() {
    for place in bytes.indices {
      if bytes[place] == 0 { findings.append(.character(place)) }
      let isEnd = bytes[place] == UInt8(ascii: "<") && byte(place + 1) == UInt8(ascii: "/")
      if isEnd { findings.append(.markup(place..<place + 2)) }
    }
  }

  private func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func read() {
    while let next = byte(place) {
      switch next {
      case UInt8(ascii: "/") where byte(place + 1) == UInt8(ascii: "*"): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(next)
      case UInt8(ascii: "@"): readRule()
      case _ where startsName(place): readWord()
      default: place += 1
      }
    }
  }

  private mutating func skipComment() {
    place += 2
    while let next = byte(place) {
      place += 1
      if next == UInt8(ascii: "*"), byte(place) == UInt8(ascii: "/") {
        place += 1
        return
      }
    }
  }

  /// A string ends at its quote, or where its line does.
  private mutating func skipString(_ quote: UInt8) {
    place += 1
    while let next = byte(place), !Self.isLineEnd(next) {
      if next == UInt8(ascii: "\\") {
        skipEscapeInString()
        continue
      }
      place += 1
      if next == quote { return }
    }
  }

  /// In a string a backslash may stand before a line's end too, which goes on behind it.
  private mutating func skipEscapeInString() {
    if startsName(place) {
      _ = readEscape()
    } else {
      let isPair = byte(place + 1) == 0x0D && byte(place + 2) == 0x0A
      place += isPair ? 3 : 2
    }
  }

  private mutating func readRule() {
    let start = place
    place += 1
    let name = readName()
    if Self.rules.contains(name) { findings.append(.loads("@\(name)", start..<place)) }
  }

  private mutating func readWord() {
    let start = place
    let name = readName()
    guard byte(place) == UInt8(ascii: "("), Self.functions.contains(String(Self.unprefixed(name)))
    else {
      return
    }
    findings.append(.loads("\(name)()", start..<place + 1))
  }

  /// The rules and functions by which a style sheet has something loaded, vendors' prefixes left out.
  private static let rules: Set<String> = ["import", "font-face"]
  private static let functions: Set<String> = ["url", "src", "image", "image-set", "cross-fade"]

  private static func unprefixed(_ name: String) -> Substring {
    guard name.hasPrefix("-"), let end = name.dropFirst().firstIndex(of: "-") else {
      return name[...]
    }
    return name[name.index(after: end)...]
  }

  /// A name in small letters, with its escapes resolved.
  private mutating func readName() -> String {
    var name: [UInt8] = []
    while startsName(place) {
      if bytes[place] == UInt8(ascii: "\\") {
        name += readEscape()
      } else {
        name.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private func startsName(_ place: Int) -> Bool {
    guard let byte = byte(place) else { return false }
    switch byte {
    case UInt8(ascii: "\\"): return self.byte(place + 1).map { !Self.isLineEnd($0) } ?? false
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      return true
    default: return false
    }
  }

  /// A backslash and up to six digits with a blank behind them, or any other character.
  private mutating func readEscape() -> [UInt8] {
    place += 1
    let digits = bytes[place...].prefix(6).prefix { Character(UnicodeScalar($0)).isHexDigit }
    guard !digits.isEmpty else {
      place += 1
      return [bytes[place - 1]]
    }
    place += digits.count
    if byte(place) == 0x0D, byte(place + 1) == 0x0A { place += 1 }
    if let next = byte(place), next == 0x20 || next == 0x09 || Self.isLineEnd(next) { place += 1 }
    let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
    return Array(String(UnicodeScalar(number).map(Character.init) ?? "\u{FFFD}").utf8)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == 0x0C
  }
}

extension Diagnostic {
  fileprivate static func tooLarge(_ count: Int) -> Diagnostic {
    let (kib, limit) = ((count + 1023) >> 10, Theme.sizeLimit >> 10)
    return Diagnostic(
      code: "theme-too-large", at: 0..<0,
      Message(
        "this has \(kib) KiB, and a theme has at most \(limit)",
        pt: "isto tem \(kib) KiB, e um tema tem no máximo \(limit)"))
  }

  fileprivate static func character(_ place: Int) -> Diagnostic {
    Diagnostic(
      code: "theme-character", at: place..<place + 1,
      Message("a theme has no character U+0000", pt: "um tema não tem o caractere U+0000"))
  }

  fileprivate static func markup(_ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      code: "theme-markup", at: place,
      Message(
        "'</' can't stand in a theme: it ends a page's style sheet",
        pt: "'</' não pode estar num tema: termina a folha de estilo de uma página"),
      hint: Message(
        "in a string write it as '\\3C/'", pt: "num texto, escreva '\\3C/'"))
  }

  fileprivate static func loads(_ name: String, _ place: Range<Int>) -> Diagnostic {
    Diagnostic(
      code: "theme-loads", at: place,
      Message(
        "'\(name)' can't stand in a theme: a page loads nothing",
        pt: "'\(name)' não pode estar num tema: uma página não carrega nada"))
  }
}
