/// How wide a finished drawing has to be shown for its words to be read.
///
/// A page gives no element a width of its own (its policy allows no `style`), so empty drawings hold the room open.
struct DrawnSize: Equatable {
  /// The width in pixels at which the smallest words are 9 high.
  let narrow: Int
  /// The width in pixels at which the smallest words are 11 high.
  let wide: Int

  /// The room of outputs on a screen of 390 pixels, where a page of differences leaves least, and on one of 1,280.
  private static let rooms = (narrow: 320, wide: 684)
  /// More than this is no drawing's size but a mistake.
  private static let most = 8000.0

  /// Nil for what isn't an SVG with a size and words.
  init?(_ svg: [UInt8]) {
    let text = svg[...]
    guard let start = text.firstIndex(of: UInt8(ascii: "<")),
      text[start...].starts(with: "<svg".utf8),
      let end = text[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let head = text[start..<end]
    let sizes = Self.numbers(of: " font-size=\"", in: text).filter { $0 > 0 }
    guard let least = sizes.min(),
      let view = Self.value(of: " viewBox=\"", in: head)?.split(separator: UInt8(ascii: " ")),
      view.count == 4, let units = Self.number(view[2]), units > 0
    else { return nil }
    let (narrow, wide) = (units * 9 / least, units * 11 / least)
    guard wide <= Self.most else { return nil }
    self.narrow = Int(narrow.rounded(.up))
    self.wide = Int(wide.rounded(.up))
  }

  /// Whether some screen has to scroll it.
  var isWide: Bool { narrow > Self.rooms.narrow || wide > Self.rooms.wide }

  /// What holds the room open on narrow and on wide screens.
  var props: String {
    "<svg class=\"narrow\" width=\"\(narrow)\" height=\"0\"></svg>"
      + "<svg class=\"broad\" width=\"\(wide)\" height=\"0\"></svg>"
  }

  private static func value(
    of name: String, in bytes: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8>? {
    values(of: name, in: bytes).first
  }

  /// Sizes without a unit, or with points or pixels, whichever it is: all of a drawing have the same.
  private static func numbers(of name: String, in bytes: ArraySlice<UInt8>) -> [Double] {
    values(of: name, in: bytes).compactMap(number)
  }

  /// What stands in quotation marks behind a name. Cost: linear.
  private static func values(
    of name: String, in bytes: ArraySlice<UInt8>
  ) -> [ArraySlice<UInt8>] {
    let name = Array(name.utf8)
    var found: [ArraySlice<UInt8>] = []
    var rest = bytes
    while let blank = rest.firstIndex(of: name[0]) {
      rest = rest[blank...]
      guard rest.starts(with: name) else {
        rest = rest.dropFirst()
        continue
      }
      let value = rest.dropFirst(name.count).prefix { $0 != UInt8(ascii: "\"") }
      found.append(value)
      rest = rest[value.endIndex...]
    }
    return found
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard bytes.count < 20, let value = Double(String(decoding: bytes, as: UTF8.self)),
      value.isFinite
    else { return nil }
    return value
  }
}
