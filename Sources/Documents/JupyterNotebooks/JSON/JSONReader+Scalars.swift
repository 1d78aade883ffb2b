extension JSONReader {
  /// A number's text (RFC 8259, section 6).
  mutating func number() throws(JSONProblem) -> String {
    let start = index
    if peek == UInt8(ascii: "-") { index += 1 }
    if bytes[index...].starts(with: "Infinity".utf8) {
      index += 8
      return "-Infinity"
    }
    if peek == UInt8(ascii: "0") { index += 1 } else { try digits(from: start) }
    if peek == UInt8(ascii: ".") {
      index += 1
      try digits(from: start)
    }
    if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
      index += 1
      if let sign = peek, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { index += 1 }
      try digits(from: start)
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits(from start: Int) throws(JSONProblem) {
    let first = index
    while let byte = peek, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { index += 1 }
    guard index > first else { throw problem(.number, start..<index + 1) }
  }

  /// A string's text; the reader stands at its opening quote.
  mutating func string() throws(JSONProblem) -> String {
    let start = index
    index += 1
    var plain = index
    var text = ""
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        defer { index += 1 }
        return text + String(decoding: bytes[plain..<index], as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += String(decoding: bytes[plain..<index], as: UTF8.self)
        text.unicodeScalars.append(try escape())
        plain = index
      case 0..<0x20: throw problem(.control, index..<index + 1)
      default: index += 1
      }
    }
    throw problem(.unexpectedEnd, start..<start + 1)
  }

  /// The scalar of an escape; the reader stands at its backslash.
  private mutating func escape() throws(JSONProblem) -> Unicode.Scalar {
    let start = index
    index += 2
    guard index <= bytes.count else { throw problem(.unexpectedEnd, start..<start + 1) }
    switch bytes[index - 1] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "u"): return try unicode(from: start)
    default: throw problem(.escape, start..<index)
    }
  }

  private mutating func unicode(from start: Int) throws(JSONProblem) -> Unicode.Scalar {
    guard let first = codeUnit() else { throw problem(.escape, start..<index) }
    if let scalar = Unicode.Scalar(first) { return scalar }
    if UTF16.isLeadSurrogate(first), bytes[index...].starts(with: "\\u".utf8) {
      let between = index
      index += 2
      if let second = codeUnit(), UTF16.isTrailSurrogate(second) {
        let pair = UTF16.EncodedScalar([first, second])
        return UTF16.decode(pair)
      }
      index = between
    }
    loneSurrogates.append(start..<index)
    return "\u{FFFD}"
  }

  /// Four hexadecimal digits; nil, and nothing read, where there are fewer.
  private mutating func codeUnit() -> UInt16? {
    guard index + 4 <= bytes.count else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    index += 4
    return unit
  }
}
