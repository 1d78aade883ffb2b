/// A line that begins or ends a fenced division, as in Pandoc: `::: {.solution}`, `::: solution`, `:::`.
struct DivMarker {
  /// The classes of a division that begins here; nil where one ends.
  let classes: [String]?

  /// What a beginning says of exercises and solutions.
  var part: TeachingPart.Kind? { classes?.compactMap(TeachingPart.Kind.init).first }

  /// Nil for a line of something else.
  init?(_ line: ArraySlice<UInt8>) {
    let rest = line.drop { $0 == 0x20 }
    let colons = rest.prefix { $0 == UInt8(ascii: ":") }
    guard rest.startIndex - line.startIndex <= 3, colons.count >= 3 else { return nil }
    var text = String(decoding: rest[colons.endIndex...], as: UTF8.self)[...]
    while let last = text.last, last.isWhitespace || last == ":" { text = text.dropLast() }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.isEmpty {
      classes = nil
    } else if words[0].hasPrefix("{"), text.hasSuffix("}") {
      let inside = text.split { $0.isWhitespace || $0 == "{" || $0 == "}" }
      classes = inside.filter { $0.hasPrefix(".") }.map { String($0.dropFirst()) }
    } else if words.count == 1 {
      classes = words
    } else {
      return nil
    }
  }

  /// A line without what lists and quotations put before it.
  static func withoutMargins(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.drop { $0 < 0x80 && margins[Int($0)] }
  }

  private static let margins = (0..<128).map { " \t>-+*0123456789.)".utf8.contains(UInt8($0)) }
}
