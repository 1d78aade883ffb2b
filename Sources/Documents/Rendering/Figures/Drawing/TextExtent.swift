/// Estimates of how wide text is: a file can't know the reader's font, so these are on the wide
/// side of the usual sans-serif ones.
enum TextExtent {
  /// Width in pixels at a font size.
  static func width(_ text: String, size: Double) -> Double {
    Double(text.count) * size * 0.58
  }

  /// The text in lines no wider than `width`; what doesn't fit in `most` lines is cut with "…".
  static func wrap(_ text: String, width: Double, size: Double, most: Int) -> [String] {
    let limit = max(4, Int(width / (size * 0.58)))
    var lines: [String] = []
    // A per cent sign stays with its number.
    let joined = PlainCharacters.oneLine(text).replacing(" %", with: "\u{A0}%")
    for word in joined.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= limit {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word.count > limit ? word.prefix(limit - 1) + "…" : String(word))
      }
    }
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + [lines[most - 1].prefix(limit - 1) + "…"]
  }
}
