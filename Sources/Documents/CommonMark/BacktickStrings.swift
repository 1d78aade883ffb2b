/// Where the last run of backticks of each length stands in a text.
///
/// With it, a run that nothing further on closes is known without a search, and looking for code
/// spans costs no more than the text's length.
public struct BacktickStrings: Sendable {
  private var last: [Int: Int] = [:]

  /// Cost: linear.
  public init(_ text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      while index < text.endIndex, text[index] == UInt8(ascii: "`") { index += 1 }
      if index > start { last[index - start] = start }
      if index == start { index += 1 }
    }
  }

  /// Whether a run of `length` begins at `index` or later.
  public func hasRun(of length: Int, from index: Int) -> Bool { last[length, default: -1] >= index }

  /// The place behind the code span that begins with the backtick at `index`; behind the run where nothing
  /// closes it.
  public func end(ofCodeAt index: Int, in text: ArraySlice<UInt8>) -> Int {
    let count = text[index...].prefix { $0 == UInt8(ascii: "`") }.count
    var place = index + count
    guard hasRun(of: count, from: place) else { return place }
    while place < text.endIndex {
      let length = text[place...].prefix { $0 == UInt8(ascii: "`") }.count
      place += max(1, length)
      if length == count { return place }
    }
    return index + count
  }
}
