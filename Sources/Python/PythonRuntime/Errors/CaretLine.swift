internal import PythonSyntax

/// A line of a traceback, and below it the marks of what failed there: `~~^~~` below an operation, where the
/// operator or the index tells more than the whole, and `^^^^` below all else that isn't the whole line.
struct CaretLine {
  /// The line without its indentation, and how many characters that has.
  private let line: [Unicode.Scalar]
  private let indent: Int
  /// What failed, in characters of the line.
  private let range: Range<Int>
  private let anchor: Range<Int>?

  init(_ text: String, _ entry: TraceEntry) {
    let scalars = Array(text.unicodeScalars)
    let bytes = Array(text.utf8)
    func character(_ byte: Int) -> Int {
      String(decoding: bytes.prefix(byte), as: UTF8.self).unicodeScalars.count
    }
    indent = scalars.prefix { Self.isBlank($0) }.count
    line = Array(scalars.dropFirst(indent))
    let start = min(character(entry.column), scalars.count)
    guard entry.line == entry.endLine else {
      let end = (scalars.lastIndex { !Self.isBlank($0) } ?? start - 1) + 1
      (range, anchor) = (start..<max(start, end), nil)
      return
    }
    range = start..<max(start, min(character(entry.endColumn), scalars.count))
    anchor = Self.anchor(scalars[range])
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    " \t\u{c}".unicodeScalars.contains(scalar)
  }

  var text: String {
    let shown = "    " + String(String.UnicodeScalarView(line)) + "\n"
    if range.isEmpty || range.lowerBound < indent { return shown }
    if anchor == nil, range.count == line.count { return shown }
    var marks = "    "
    for place in indent..<range.upperBound {
      let mark = place < range.lowerBound ? " " : anchor.map { $0 ~= place } ?? true ? "^" : "~"
      marks += String(repeating: mark, count: line[place - indent].isWide ? 2 : 1)
    }
    return shown + marks + "\n"
  }

  /// The operator of an operation, or an index with its brackets; nil for all else.
  private static func anchor(_ segment: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
    let text = String(String.UnicodeScalarView(segment))
    guard let module = try? parseModule(text), let statement = module.body.first,
      case .expression(let node) = statement.kind
    else { return nil }
    let bytes = Array(text.utf8)
    func place(_ byte: Int) -> Int {
      segment.startIndex + String(decoding: bytes.prefix(byte), as: UTF8.self).unicodeScalars.count
    }
    switch node.kind {
    case .binary(let left, _, let right):
      let between = place(left.range.upperBound)..<place(right.range.lowerBound)
      guard let first = between.first(where: { !isBlank(segment[$0]) && segment[$0] != ")" }) else {
        return nil
      }
      let second = first + 1
      let isDouble = between.contains(second) && !isBlank(segment[second]) && segment[second] != "("
      return first..<second + (isDouble ? 1 : 0)
    case .subscript(let value, let index):
      var (start, end) = (place(value.range.upperBound), place(index.range.upperBound) + 1)
      while start < segment.endIndex, segment[start] != "[" { start += 1 }
      while end < segment.endIndex, segment[end - 1] != "]" { end += 1 }
      return start..<max(start, min(end, segment.endIndex))
    default: return nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether it takes two columns: East Asian Width W or F of Unicode 15, blocks rounded to what is assigned.
  var isWide: Bool {
    guard value >= 0x1100 else { return false }
    return Self.wide.contains { $0 ~= value }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18CFF, 0x1AFF0...0x1B2FB, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF,
    0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335,
    0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3,
    0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440,
    0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567,
    0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F,
    0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6D7,
    0x1F6DC...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB,
    0x1F7F0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF,
    0x1FA70...0x1FAF8, 0x20000...0x3FFFD,
  ]
}
