/// The bytes of a source file and where its lines begin.
///
/// Lines end at LF, CRLF or a lone CR, as CommonMark has it (section 2.1).
public struct SourceText: Sendable {
  /// The path as the user gave it.
  public let file: String
  /// The text; it needn't be valid UTF-8.
  public let bytes: [UInt8]
  /// Byte offset of the first byte of each line; never empty.
  public let lineStarts: [Int]
  /// For each stretch of bytes the Unicode scalars between its line's start and its own.
  private let columns: [Int]
  private static let stretch = 1024

  /// A text by the name that findings give it. Cost: linear.
  public init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D { starts.append(index) }
    }
    lineStarts = starts
    columns = Self.columns(bytes, starts)
  }

  private static func columns(_ bytes: [UInt8], _ starts: [Int]) -> [Int] {
    var columns: [Int] = []
    var (line, count) = (0, 0)
    for start in Swift.stride(from: 0, through: bytes.count, by: stretch) {
      var from = max(start - stretch, 0)
      while line + 1 < starts.count, starts[line + 1] <= start {
        line += 1
        (from, count) = (starts[line], 0)
      }
      count += scalars(in: bytes[from..<start])
      columns.append(count)
    }
    return columns
  }

  /// How many scalars begin in a part of a text in UTF-8.
  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// The place of a byte offset, which may be the end of the text. Cost: O(log lines).
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    let stretch = offset / Self.stretch
    let start = stretch * Self.stretch
    let column =
      start <= lineStarts[low]
      ? Self.scalars(in: bytes[lineStarts[low]..<offset])
      : columns[stretch] + Self.scalars(in: bytes[start..<offset])
    return SourcePosition(line: low + 1, column: column + 1)
  }

  /// The bytes of a line (from 1) without its line ending.
  public func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineStarts.count else { return [] }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<end]
  }
}

/// A place in a text: line and column count from 1, columns in Unicode scalars.
public struct SourcePosition: Hashable, Codable, Sendable, Comparable {
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int

  /// The place at a line and a column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether one place comes before the other.
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}
