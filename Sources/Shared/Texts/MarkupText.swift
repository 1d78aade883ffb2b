/// Texts as they stand in HTML and XML, and back.
///
/// All work on scalars: a sign with an accent on it is a sign for whoever reads the file.
public enum MarkupText {
  /// What becomes of quotation marks.
  public enum Quotes: Sendable {
    /// They stay: for text between tags.
    case kept
    /// `"` is escaped: for attributes in such marks.
    case double
    /// Both, the single one as `&#39;`.
    case both
    /// Both, as Python's `html.escape` has them: the single one as `&#x27;`.
    case python
  }

  /// `&`, `<`, `>` and quotation marks as references.
  public static func escaped(_ text: some StringProtocol, quotes: Quotes = .kept) -> String {
    guard text.utf8.contains(where: { reference($0, quotes) != nil }) else { return String(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if let found = reference(byte, quotes) {
        bytes += found.description.utf8
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func reference(_ byte: UInt8, _ quotes: Quotes) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\"") where quotes != .kept: "&quot;"
    case UInt8(ascii: "'") where quotes == .both: "&#39;"
    case UInt8(ascii: "'") where quotes == .python: "&#x27;"
    default: nil
    }
  }

  /// A text that XML 1.0 can hold (section 2.2): other characters become U+FFFD.
  ///
  /// - Parameter lines: whether tabs and line feeds stay; carriage returns never do, as readers change them.
  public static func lawful(_ text: some StringProtocol, lines: Bool = true) -> String {
    func isLawful(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value >= 0x20
        ? scalar.value | 1 != 0xFFFF : lines && (scalar == "\t" || scalar == "\n")
    }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { isLawful($0) ? $0 : "\u{FFFD}" }))
  }

  /// The way back: what is no reference stays as it is.
  public static func unescaped(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
    var result = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      result.append(scalar == "&" ? reference(takenFrom: &rest) ?? scalar : scalar)
    }
    return String(result)
  }

  /// The character of a reference, whose `&` was read already; nil, and nothing taken, where none stands there.
  public static func reference(
    takenFrom rest: inout Substring.UnicodeScalarView
  ) -> Unicode.Scalar? {
    let name = rest.prefix(longest).prefix { $0 != ";" }
    guard rest.dropFirst(name.count).first == ";", let scalar = scalar(named: String(name)) else {
      return nil
    }
    rest = rest.dropFirst(name.count + 1)
    return scalar
  }

  /// No number of a character is longer, with some zeros in front.
  private static let longest = 10

  /// The character of a reference without its `&` and `;`: XML's own, the blank, and numbers.
  public static func scalar(named name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case "nbsp": "\u{A0}"
    default: numbered(name)
    }
  }

  /// The character of a number: `#39`, `#x27`.
  public static func numbered(_ name: some StringProtocol) -> Unicode.Scalar? {
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init)
  }
}
