/// The room that texts take, by the widths and heights of DejaVu Sans.
enum TextSize {
  /// Above and below the baseline, and between lines, in sizes of the text.
  static let (ascent, descent, gap) = (1556.0 / 2048, 492.0 / 2048, 410.0 / 2048)

  static func width(_ text: String, size: Double) -> Double {
    lines(text).map { line in
      line.unicodeScalars.reduce(0) { $0 + advance($1) }
    }.max().map { Double($0) * size / 1000 } ?? 0
  }

  /// Of all lines; the room between lines counts where there are several.
  static func height(_ text: String, size: Double) -> Double {
    let count = Double(lines(text).count)
    return size * (count * (ascent + descent) + (count > 1 ? count * gap : 0))
  }

  static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 32...126: TextWidths.ascii[Int(scalar.value) - 32]
    case 160...383: TextWidths.latin[Int(scalar.value) - 160]
    case 0x2009: 200
    case 0x2212: 838
    // Raised digits of powers are drawn smaller.
    case 0x2070...0x2079, 0x207B: 445
    case 0x3000...0x9FFF, 0xAC00...0xD7A3: 1000
    default: 620
    }
  }
}
