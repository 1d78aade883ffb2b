internal import Diagnostics

extension SourceText {
  /// How many lines the text has; what follows the last line ending counts only if not empty.
  var lineCount: Int { lineStarts.last == bytes.count ? lineStarts.count - 1 : lineStarts.count }

  /// How many bytes a byte-order mark at the start takes: 3 or 0.
  var byteOrderMark: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// Where a line (from 1) begins; the first one after a byte-order mark.
  func start(ofLine line: Int) -> Int { line == 1 ? byteOrderMark : lineStarts[line - 1] }

  /// A line's bytes with its ending.
  func fullRange(ofLine line: Int) -> Range<Int> {
    let end = line < lineStarts.count ? lineStarts[line] : bytes.count
    return start(ofLine: line)..<end
  }

  /// A line's bytes without its ending.
  func contentRange(ofLine line: Int) -> Range<Int> {
    start(ofLine: line)..<self.line(line).endIndex
  }

  /// A line's bytes without its ending.
  func content(ofLine line: Int) -> ArraySlice<UInt8> { bytes[contentRange(ofLine: line)] }

  /// The bytes that end a line; empty for a last line without an ending.
  func ending(ofLine line: Int) -> ArraySlice<UInt8> {
    bytes[contentRange(ofLine: line).upperBound..<fullRange(ofLine: line).upperBound]
  }

  /// A part of the source as text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether a line holds nothing but blanks; false past the end.
  func isBlank(line: Int) -> Bool {
    line >= 1 && line <= lineCount && content(ofLine: line).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether a line holds nothing at all; false past the end.
  func isEmpty(line: Int) -> Bool {
    line >= 1 && line <= lineCount && content(ofLine: line).isEmpty
  }

  /// The id of a Jupyter cell in the comment above a line.
  func cellID(above line: Int) -> String? {
    guard let words = cellComment(above: line)?.split(separator: " ").dropFirst(2) else {
      return nil
    }
    let id = words.prefix { !$0.hasPrefix("{") }.first { $0.hasPrefix("id=") }
    return id.map { String($0.dropFirst("id=".count)) }
  }

  /// The tags of a Jupyter cell in the comment above a line, which has its metadata as JSON, and so as YAML.
  func cellTags(above line: Int) -> [String] {
    guard let comment = cellComment(above: line), comment.contains("\"tags\""),
      let start = comment.firstIndex(of: "{"), let end = comment.lastIndex(of: "}"), start < end
    else { return [] }
    var ignored: [Diagnostic] = []
    let value = YAMLText(String(comment[start...end]), locate: { _ in 0 }).read(&ignored)
    guard case .list(let tags) = value?.member("metadata")?.member("tags")?.kind else { return [] }
    return tags.compactMap { if case .string(let tag) = $0.kind { tag } else { nil } }
  }

  /// The comment that tells of a Jupyter cell above a line, with nothing but blank lines between.
  private func cellComment(above line: Int) -> String? {
    var line = line - 1
    while isBlank(line: line) { line -= 1 }
    guard line > 0, content(ofLine: line).starts(with: "<!-- cell ".utf8) else { return nil }
    return String(decoding: content(ofLine: line), as: UTF8.self)
  }
}

extension OptionValue {
  /// The value of a mapping's member.
  fileprivate func member(_ name: String) -> OptionValue? {
    guard case .mapping(let options) = kind else { return nil }
    return options.first { $0.name == name }?.value
  }
}
