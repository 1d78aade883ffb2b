/// Where the formulas of a piece of Markdown stand, for those who know what they say.
///
/// The renderer knows which are real, but its text has no places; this knows the places of all that look so.
package struct FormulaPlaces {
  private var starts: [String: ArraySlice<Int>] = [:]
  /// Behind the formula that was found last.
  private var cursor = 0

  /// Cost: linear.
  package init(_ text: some Collection<UInt8>) {
    let bytes = Array(text)
    var found: [(content: String, start: Int)] = Self.fenced(bytes)
    var scanner = MathScanner(text: bytes)
    while scanner.index < bytes.count {
      let start = scanner.index
      guard let span = scanner.next() else { continue }
      let width = (span.source.utf8.count - span.content.utf8.count) / 2
      found.append((Self.plain(span.content), start + width))
    }
    for (content, start) in found { starts[content, default: []].append(start) }
  }

  /// Where the next formula with this content begins, behind its dollar signs or its fence: a byte of the
  /// text. Nil where none is left.
  package mutating func next(_ content: String) -> Int? {
    let left = starts[content]?.drop { $0 < cursor }
    starts[content] = left?.dropFirst()
    guard let start = left?.first else { return nil }
    cursor = start
    return start
  }

  /// Line ends as the renderer has them.
  private static func plain(_ text: String) -> String {
    String(decoding: text.utf8.filter { $0 != 0x0D }, as: UTF8.self)
  }

  /// What stands in the fences of the language `math`.
  private static func fenced(_ bytes: [UInt8]) -> [(String, Int)] {
    var found: [(String, Int)] = []
    var open: (marks: FenceMarks, start: Int)?
    var place = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let end = place + line.count + 1
      if let marks = FenceMarks(Array(line).filter { $0 != 0x0D }) {
        if let fence = open {
          if marks.closes(mark: fence.marks.mark, count: fence.marks.count) {
            if fence.marks.word == "math" {
              found.append(
                (plain(String(decoding: bytes[fence.start..<place], as: UTF8.self)), fence.start))
            }
            open = nil
          }
        } else if marks.opens {
          open = (marks, end)
        }
      }
      place = end
    }
    return found
  }
}
