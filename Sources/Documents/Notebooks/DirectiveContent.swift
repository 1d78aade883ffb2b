internal import Diagnostics

/// The text inside a fence, and where each of its lines stands in the notebook.
public struct DirectiveContent: Hashable, Sendable {
  /// The content without the fence's indentation, each line ended by LF.
  public let text: String
  private let lines: [Line]
  /// Where an offset past the last line lies.
  private let end: Int

  private struct Line: Hashable {
    /// The line's first byte in `text`.
    let offset: Int
    /// Its source bytes after the indentation, without the line ending.
    let source: Range<Int>
    /// Spaces at its start that stand for the rest of a tab.
    let spaces: Int
  }

  /// The lines `numbers` of a source inside a fence that is indented by `indent` columns.
  init(_ source: SourceText, lines numbers: Range<Int>, indent: Int) {
    var bytes: [UInt8] = []
    var lines: [Line] = []
    for number in numbers {
      let range = source.contentRange(ofLine: number)
      let (removed, spaces) = Self.unindent(source.bytes[range], by: indent)
      let kept = range.lowerBound + removed..<range.upperBound
      lines.append(Line(offset: bytes.count, source: kept, spaces: spaces))
      bytes += Array(repeating: 0x20, count: spaces) + source.bytes[kept] + [0x0A]
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.lines = lines
    end = source.fullRange(ofLine: max(1, numbers.upperBound - 1)).upperBound
  }

  func sourceOffset(of offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return lines.first?.source.lowerBound ?? end }
    let line = lines[low - 1]
    let within = offset - line.offset
    // Spaces that stand for the rest of a tab all lie at that tab.
    if within < line.spaces { return line.source.lowerBound - 1 }
    return min(line.source.lowerBound + within - line.spaces, line.source.upperBound)
  }

  /// How many bytes of indentation go, and how many spaces are left of a tab that goes in part.
  private static func unindent(
    _ line: ArraySlice<UInt8>, by columns: Int
  ) -> (removed: Int, spaces: Int) {
    var removed = 0
    var column = 0
    for byte in line {
      guard column < columns else { break }
      if byte == 0x20 {
        column += 1
      } else if byte == 0x09 {
        return (removed + 1, max(0, 4 - columns))
      } else {
        break
      }
      removed += 1
    }
    return (removed, 0)
  }
}
