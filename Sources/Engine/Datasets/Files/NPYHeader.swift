/// What the header of an NPY array says.
struct NPYHeader: Hashable {
  /// The element type in NumPy's notation: "|u1".
  var elementType: String
  var isColumnMajor: Bool
  var shape: [Int]

  /// Reads the dictionary of a header; nil where it is not one that NumPy writes.
  ///
  /// The dictionary is a Python literal with the keys `descr`, `fortran_order` and `shape` in any
  /// order. Object and structured types give what stands there as `elementType`.
  init?(_ text: String) {
    guard let type = Self.value("descr", in: text),
      let order = Self.value("fortran_order", in: text),
      let extents = Self.value("shape", in: text), order == "True" || order == "False",
      extents.hasPrefix("("), extents.hasSuffix(")")
    else { return nil }
    elementType = type.filter { $0 != "'" && $0 != "\"" }
    isColumnMajor = order == "True"
    shape = []
    for part in extents.dropFirst().dropLast().split(separator: ",") {
      let digits = part.filter { $0 != " " }
      if digits.isEmpty { continue }
      guard let extent = Int(digits), extent >= 0 else { return nil }
      shape.append(extent)
    }
  }

  /// The text of a key's value: up to the comma or brace that is in no bracket or quote.
  private static func value(_ key: String, in text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let start = end(of: "'\(key)':", in: bytes) else { return nil }
    var depth = 0
    var isQuoted = false
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "'") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
      if depth == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") {
        return trimmed(bytes[start..<index])
      }
    }
    return nil
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let space = UInt8(ascii: " ")
    let rest = bytes.drop { $0 == space }
    return String(decoding: rest.reversed().drop { $0 == space }.reversed(), as: UTF8.self)
  }

  /// The index behind the first `pattern`.
  private static func end(of pattern: String, in bytes: [UInt8]) -> Int? {
    let pattern = Array(pattern.utf8)
    guard bytes.count >= pattern.count else { return nil }
    return (0...(bytes.count - pattern.count)).first {
      bytes[$0..<$0 + pattern.count].elementsEqual(pattern)
    }.map { $0 + pattern.count }
  }
}
