/// Text from outputs, made fit for a file: LF line ends, and no control characters.
enum PlainCharacters {
  /// Tabs and line ends stay; every other control character becomes U+FFFD.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r":
        lines.append(String(line))
        line.removeAll()
      default: line.append(isControl(scalar) ? "\u{FFFD}" : scalar)
      }
      previous = scalar
    }
    lines.append(String(line))
    while lines.count > 1, lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The text on one line, with single blanks.
  static func oneLine(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar == "\n" || scalar == "\r" || scalar == "\t"
        ? " " : isControl(scalar) ? "\u{FFFD}" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
      .split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }

  /// C0, C1, DEL, the two line separators, the direction overrides, and what XML 1.0 forbids.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
