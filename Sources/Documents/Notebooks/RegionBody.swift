internal import CommonMark
internal import Digests

/// The Markdown between a region's markers.
enum RegionBody {
  /// The body with LF line ends and without blank lines around it.
  static func canonical(_ body: String) -> String {
    var lines = Self.lines(body)
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    return lines.drop(while: isBlank).joined(separator: "\n")
  }

  /// The checksum: 9 bytes of SHA-256 in Base64, over the body as a formatter would leave it.
  ///
  /// Trailing blanks, blank lines around, the padding of table cells and the length of a
  /// delimiter row's dashes don't count.
  static func sum(_ body: String) -> String {
    let folded = lines(canonical(body)).map(fold).joined(separator: "\n")
    return SHA256Digest(of: folded).base64(9)
  }

  /// A form of the body that can't end its region early, or swallow the closing marker: the body
  /// itself where it is harmless, else the body as a fenced text.
  static func safe(_ body: String, vocabulary: DirectiveVocabulary) -> String {
    let body = canonical(body)
    if isHarmless(body, vocabulary) { return body }
    var longest = 2
    var run = 0
    for byte in body.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)text\n\(body)\n\(fence)"
  }

  private static func isHarmless(_ body: String, _ vocabulary: DirectiveVocabulary) -> Bool {
    let inner = lines(body)
    let text = (["<!-- a -->", ""] + inner + ["", "<!-- b -->", "", "c", ""]).joined(
      separator: "\n")
    let blocks = MarkdownDocument(text.utf8).blocks.filter { $0.depth == 0 }
    let last = inner.count + 4
    // The marker must be a block of its own, and so must the paragraph after it.
    let tail = blocks.suffix(2)
    guard tail.map(\.line) == [last, last + 2], tail.map(\.kind) == [.html, .paragraph] else {
      return false
    }
    return blocks.dropFirst().dropLast(2).allSatisfy { block in
      let line = inner[min(max(block.line - 3, 0), inner.count - 1)]
      switch block.kind {
      case .html: return RegionMarker(Array(line.utf8)[...]) == nil
      case .codeBlock(let info):
        let attributes = FenceAttributes(Array(info.utf8)[...])
        return !attributes.isPython
          && !attributes.classes.contains { vocabulary.syntax(named: $0.text) != nil }
      default: return true
      }
    }
  }

  private static func lines(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var lines: [String] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(String(decoding: bytes[start..<index - 1], as: UTF8.self))
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      start = index
    }
    return lines + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  private static func isBlank(_ line: String) -> Bool {
    line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func fold(_ line: String) -> String {
    let text = trimmed(line[...])
    guard text.hasPrefix("|") else { return String(trimmedAtEnd(line[...])) }
    var cells = [Substring("")]
    var isEscaped = false
    for character in text {
      if character == "|" && !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells.map { foldDashes(trimmed($0)) }.joined(separator: "|")
  }

  private static func foldDashes(_ cell: Substring) -> String {
    let dashes = cell.drop { $0 == ":" }.prefix { $0 == "-" }
    guard !dashes.isEmpty, cell.allSatisfy({ $0 == "-" || $0 == ":" }) else { return String(cell) }
    return (cell.hasPrefix(":") ? ":" : "") + "-" + (cell.hasSuffix(":") ? ":" : "")
  }

  private static func trimmed(_ text: Substring) -> Substring {
    trimmedAtEnd(text.drop(while: blank))
  }

  private static func trimmedAtEnd(_ text: Substring) -> Substring {
    var text = text
    while let last = text.last, blank(last) { text.removeLast() }
    return text
  }

  private static func blank(_ character: Character) -> Bool {
    character == " " || character == "\t"
  }
}
