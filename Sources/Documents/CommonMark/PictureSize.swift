/// How large an author wants a picture: `{width=50%}` behind it, as in Pandoc's `link_attributes`.
public struct PictureSize: Hashable, Sendable {
  /// A length on the page.
  public enum Length: Hashable, Sendable {
    /// A share of the line's width, from 1 to 100.
    case percent(Int)
    /// CSS pixels, from 1 to 10,000.
    case pixels(Int)
  }

  /// Nil where it follows from the height, or from the picture.
  public private(set) var width: Length?
  /// Nil where it follows from the width, or from the picture.
  public private(set) var height: Length?

  /// No wishes.
  public init() {}

  /// Reads attributes in braces; what is none of `width` and `height` is passed over. Nil for what
  /// isn't attributes in braces.
  public init?(_ attributes: some StringProtocol) {
    guard attributes.first == "{", attributes.last == "}", attributes.count > 1 else { return nil }
    let words = attributes.dropFirst().dropLast().split { $0 == " " || $0 == "\t" }
    guard !words.isEmpty, words.allSatisfy({ Self.isAttribute(String($0)) }) else { return nil }
    for word in words.map({ String($0) }) {
      if let length = Self.value(of: "width", in: word) { width = Self.length(length) }
      if let length = Self.value(of: "height", in: word) { height = Self.length(length) }
    }
  }

  private static func isAttribute(_ word: String) -> Bool {
    word.first == "." || word.first == "#" || word.dropFirst().contains("=")
  }

  private static func value(of name: String, in word: String) -> String? {
    guard word.hasPrefix(name + "=") else { return nil }
    return String(word.dropFirst(name.count + 1).filter { $0 != "\"" && $0 != "'" })
  }

  /// A number with one of Pandoc's units; without one it is pixels.
  private static func length(_ text: String) -> Length? {
    let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    guard let number = Double(digits), number.isFinite else { return nil }
    let unit = text.dropFirst(digits.count)
    if unit == "%" { return .percent(min(max(Int(number.rounded()), 1), 100)) }
    // CSS has 96 pixels to the inch.
    let pixels: [Substring: Double] = [
      "": 1, "px": 1, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "em": 16,
    ]
    return pixels[unit].map { .pixels(Int(min(max(number * $0, 1), 10_000).rounded())) }
  }
}
