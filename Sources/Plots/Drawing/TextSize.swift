/// The room that texts take, by the widths of DejaVu Sans.
enum TextSize {
  static func width(_ text: String, size: Double) -> Double {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.unicodeScalars.reduce(0) { $0 + advance($1) }
    }.max().map { Double($0) * size / 1000 } ?? 0
  }

  /// Of all lines.
  static func height(_ text: String, size: Double) -> Double {
    Double(text.split(separator: "\n", omittingEmptySubsequences: false).count) * size * 1.2
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 32...126: TextWidths.ascii[Int(scalar.value) - 32]
    case 160...383: TextWidths.latin[Int(scalar.value) - 160]
    case 0x2212: 838
    case 0x3000...0x9FFF, 0xAC00...0xD7A3: 1000
    default: 620
    }
  }
}
