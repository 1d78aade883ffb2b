internal import JSON

/// How a file of JSON is laid out, so that what is put in looks like what is there.
struct JSONForm {
  private let writer: JSONWriter
  private let unit: String
  private let lineBreak: String

  /// - Parameter root: the file's object.
  init(of bytes: [UInt8], root: JSONNode) {
    let first = root.members?.first?.nameRange.lowerBound ?? root.range.lowerBound + 1
    let before = bytes[root.range.lowerBound + 1..<first]
    let blanks = before.reversed().prefix { $0 == 0x20 || $0 == 0x09 }
    let isBroken = before.contains(0x0A)
    unit = isBroken ? String(decoding: blanks, as: UTF8.self) : ""
    lineBreak = !isBroken ? "" : before.contains(0x0D) ? "\r\n" : "\n"
    var writer = JSONWriter(layout: isBroken ? .lines(unit: unit) : .compact)
    writer.lineBreak = lineBreak
    writer.isASCII = Self.escapesAll(bytes)
    self.writer = writer
  }

  /// The edit that gives a member of an object a value: the bytes to replace, and by what.
  ///
  /// - Parameter level: how deep the object's members stand.
  func setting(
    _ name: String, to value: JSONValue, in node: JSONNode, level: Int
  ) -> (Range<Int>, String) {
    let text = writer.text(value, level: level)
    if let old = node[name] { return (old.range, text) }
    let end = node.members?.last?.node.range.upperBound ?? node.range.lowerBound + 1
    let comma = node.members?.isEmpty ?? true ? "" : ","
    let indent = lineBreak + String(repeating: unit, count: level)
    return (end..<end, "\(comma)\(indent)\"\(name)\": \(text)")
  }

  /// Whether a file escapes whatever isn't ASCII: it has such escapes and nothing but ASCII.
  private static func escapesAll(_ bytes: [UInt8]) -> Bool {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
    return zip(bytes, bytes.dropFirst()).contains {
      $0 == UInt8(ascii: "\\") && $1 == UInt8(ascii: "u")
    }
  }
}
