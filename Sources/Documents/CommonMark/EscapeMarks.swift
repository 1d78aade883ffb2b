/// Escaped marks that libcmark would give back as if they were bare: `\~`, `\[` and `\]`.
///
/// Each stands as one rare punctuation character (Kharoshthi, U+10A50…) while libcmark reads, so that
/// what stands beside it opens and closes emphasis as before. A character of the author's own that
/// could be mistaken for one is put away first.
enum EscapeMarks {
  private static let escaped: [UInt8] = Array("~[]".utf8)
  private static let first: UInt32 = 0x10A50
  /// What the characters begin with in UTF-8.
  static let lead: [UInt8] = [0xF0, 0x90, 0xA9]

  /// Whether `bytes` begin with a character that stands for an escaped mark.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: lead) && bytes.dropFirst(3).first.map { index(of: $0) != nil } ?? false
  }

  private static func index(of last: UInt8) -> Int? {
    escaped.indices.first { last == 0x90 + UInt8($0) }
  }

  /// A line with its escaped marks put away; backslashes count in pairs.
  static func putAway(in line: [UInt8]) -> [UInt8] {
    guard line.contains(UInt8(ascii: "\\")) else { return line }
    var result: [UInt8] = []
    var index = 0
    while index < line.count {
      let isPair = line[index] == UInt8(ascii: "\\") && index + 1 < line.count
      if isPair, let mark = escaped.firstIndex(of: line[index + 1]) {
        result += lead + [0x90 + UInt8(mark)]
      } else {
        result += line[index..<index + (isPair ? 2 : 1)]
      }
      index += isPair ? 2 : 1
    }
    return result
  }

  /// `text` with its marks bare, as a reader sees them, or escaped, as the author wrote them.
  static func restored(_ text: String, escaped isEscaped: Bool) -> String {
    guard text.utf8.contains(lead[0]) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar.value >= first, scalar.value < first + UInt32(escaped.count) else {
        result.append(scalar)
        continue
      }
      if isEscaped { result.append("\\") }
      result.append(Unicode.Scalar(escaped[Int(scalar.value - first)]))
    }
    return String(result)
  }
}
