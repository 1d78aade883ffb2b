internal import CommonMark

/// Finds where pictures stand in the bytes of one paragraph or heading, outside of code spans.
struct PictureScanner {
  /// A picture's place, and that of the attributes behind it.
  typealias Place = (range: Range<Int>, attributes: Range<Int>?)

  private let bytes: ArraySlice<UInt8>
  private let runs: BacktickStrings
  private var index: Int
  /// The brackets that are still open: where each stands, and its picture's number.
  private var brackets: [(start: Int, picture: Int?)] = []
  /// The places of what begins as a picture does; nil for one whose bracket nothing closes.
  private var found: [Place?] = []

  /// In the order of their beginnings. Cost: linear.
  static func places(in bytes: ArraySlice<UInt8>) -> [Place] {
    var scanner = PictureScanner(bytes)
    while scanner.index < bytes.endIndex { scanner.step() }
    return scanner.found.compactMap { $0 }
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    runs = BacktickStrings(bytes)
    index = bytes.startIndex
  }

  private mutating func step() {
    switch bytes[index] {
    case UInt8(ascii: "\\"): index += 2
    case UInt8(ascii: "`"): index = runs.end(ofCodeAt: index, in: bytes)
    case UInt8(ascii: "!") where bytes[(index + 1)...].first == UInt8(ascii: "["):
      brackets.append((index, found.count))
      found.append(nil)
      index += 2
    case UInt8(ascii: "["):
      brackets.append((index, nil))
      index += 1
    case UInt8(ascii: "]"): close()
    default: index += 1
    }
  }

  private mutating func close() {
    index += 1
    guard let (start, picture) = brackets.popLast(), let picture else { return }
    let end = addressEnd(from: index)
    found[picture] = (start..<end, attributes(from: end))
    index = end
  }

  /// The end of `(address "title")` or `[label]`; the place itself where neither stands there.
  private func addressEnd(from start: Int) -> Int {
    guard let open = bytes[start...].first, "([".utf8.contains(open) else { return start }
    let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var (depth, place) = (0, start)
    // Bounds that addresses keep, which make hostile input cost no more than its length.
    while place < min(bytes.endIndex, start + 4_096), depth <= 32 {
      let byte = bytes[place]
      place += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == open { depth += 1 }
      if byte == close { depth -= 1 }
      if depth == 0 { return place }
    }
    return start
  }

  private func attributes(from start: Int) -> Range<Int>? {
    guard bytes[start...].first == UInt8(ascii: "{") else { return nil }
    let inside = bytes[start...].prefix(200).prefix { $0 != UInt8(ascii: "}") && $0 != 0x0A }
    return bytes[inside.endIndex...].first == UInt8(ascii: "}") ? start..<inside.endIndex + 1 : nil
  }
}
