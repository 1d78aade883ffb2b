/// Colors by name. Those that the page has for printed text differ between light and dark surroundings; all
/// others are as they are.
enum MathColors {
  /// The page's class or an RGB value; nil for a name that isn't known.
  static func color(_ name: String) -> String? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.allSatisfy { $0.isASCII && $0.isHexDigit }
      return isHex && [3, 6].contains(digits.count) ? name : nil
    }
    return table[name.lowercased()]
  }

  private static let table = [
    "red": "t-f1", "green": "t-f2", "yellow": "t-f3", "blue": "t-f4", "magenta": "t-f5",
    "cyan": "t-f6", "gray": "t-f8", "grey": "t-f8", "black": "t-f0",
    "white": "#ffffff", "brown": "#a0522d", "darkgray": "#606060", "darkgrey": "#606060",
    "lightgray": "#bfbfbf", "lightgrey": "#bfbfbf", "lime": "#bfff00", "olive": "#808000",
    "orange": "#e07000", "pink": "#e88fa0", "purple": "#a040c0", "teal": "#008080",
    "violet": "#9050d0", "maroon": "#a03050", "navy": "#3050a0",
  ]
}
