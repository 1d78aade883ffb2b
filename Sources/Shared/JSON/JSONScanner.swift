/// The bytes of JSON as signs, names and scalars.
struct JSONScanner {
  let bytes: [UInt8]
  private let isLenient: Bool
  var index = 0
  private(set) var loneSurrogates: [Range<Int>] = []

  init(_ bytes: [UInt8], isLenient: Bool) {
    (self.bytes, self.isLenient) = (bytes, isLenient)
  }

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func skipByteOrderMark() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard peek == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  /// What stands behind an element: whether that is the end, else a comma.
  mutating func isLast(_ end: Unicode.Scalar) throws(JSONProblem) -> Bool {
    if skip(end) { return true }
    guard skip(",") else { throw unexpected(.comma(end: end)) }
    return false
  }

  /// What stands behind the value.
  mutating func end() throws(JSONProblem) {
    skipBlanks()
    guard index == bytes.count else { throw JSONProblem(.trailing, index..<index + 1) }
  }

  /// A name and its colon.
  mutating func name(
    amongst names: inout Set<String>
  ) throws(JSONProblem) -> (name: String, range: Range<Int>) {
    skipBlanks()
    let start = index
    guard peek == UInt8(ascii: "\"") else { throw unexpected(.name) }
    let name = try string()
    let range = start..<index
    if !isLenient, !names.insert(name).inserted { throw JSONProblem(.duplicate(name), range) }
    guard skip(":") else { throw unexpected(.colon) }
    return (name, range)
  }

  mutating func scalar() throws(JSONProblem) -> JSONScalar {
    switch peek {
    case UInt8(ascii: "\""): return .string(try string())
    case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte):
      return .number(try number())
    default:
      for (text, scalar) in Self.words where bytes[index...].starts(with: text.utf8) {
        index += text.utf8.count
        return scalar
      }
      throw unexpected(.value)
    }
  }

  private static let words: [(String, JSONScalar)] = [
    ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("NaN", .number("NaN")),
    ("Infinity", .number("Infinity")),
  ]

  private func unexpected(_ wanted: JSONProblem.Wanted) -> JSONProblem {
    guard index < bytes.count else { return JSONProblem(.unexpectedEnd(wanted), index..<index) }
    let rest = String(decoding: bytes[index..<min(bytes.count, index + 4)], as: UTF8.self)
    let found = rest.unicodeScalars.first.map { String($0) } ?? ""
    return JSONProblem(.unexpected(found: found, wanted), index..<index + found.utf8.count)
  }

  /// A problem whose place is inside of the bytes.
  func clamped(_ problem: JSONProblem) -> JSONProblem {
    JSONProblem(problem.cause, problem.range.clamped(to: 0..<bytes.count))
  }

  // MARK: - Numbers

  /// A number's text (section 6).
  private mutating func number() throws(JSONProblem) -> String {
    let start = index
    if peek == UInt8(ascii: "-") { index += 1 }
    if bytes[index...].starts(with: "Infinity".utf8) {
      index += 8
      return "-Infinity"
    }
    if peek == UInt8(ascii: "0") { index += 1 } else { try digits(from: start) }
    if peek == UInt8(ascii: ".") {
      try part { scanner throws(JSONProblem) in
        scanner.index += 1
        try scanner.digits(from: start)
      }
    }
    if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
      try part { scanner throws(JSONProblem) in
        scanner.index += 1
        if let sign = scanner.peek, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
          scanner.index += 1
        }
        try scanner.digits(from: start)
      }
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// A part that a lenient number may do without.
  private mutating func part(
    _ body: (inout JSONScanner) throws(JSONProblem) -> Void
  ) throws(JSONProblem) {
    let start = index
    do throws(JSONProblem) {
      try body(&self)
    } catch {
      if !isLenient { throw error }
      index = start
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private mutating func digits(from start: Int) throws(JSONProblem) {
    let first = index
    while let byte = peek, Self.isDigit(byte) { index += 1 }
    guard index > first else { throw JSONProblem(.number, start..<index + 1) }
  }

  // MARK: - Strings

  /// A string's text; the scanner stands at its opening quote.
  private mutating func string() throws(JSONProblem) -> String {
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
        text.unicodeScalars.append(try escape(in: start))
        plain = index
      case 0..<0x20: throw JSONProblem(.control, index..<index + 1)
      default: index += 1
      }
    }
    throw JSONProblem(.unterminated(start: start), start..<start + 1)
  }

  /// The scalar of an escape; the scanner stands at its backslash.
  private mutating func escape(in string: Int) throws(JSONProblem) -> Unicode.Scalar {
    let start = index
    index += 2
    guard index <= bytes.count else {
      throw JSONProblem(.unterminated(start: string), start..<start + 1)
    }
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
    default: throw JSONProblem(.escape, start..<index)
    }
  }

  private mutating func unicode(from start: Int) throws(JSONProblem) -> Unicode.Scalar {
    guard let first = codeUnit() else { throw JSONProblem(.codeUnit(at: index - 1), start..<index) }
    if let scalar = Unicode.Scalar(first) { return scalar }
    if UTF16.isLeadSurrogate(first), bytes[index...].starts(with: "\\u".utf8) {
      let between = index
      index += 2
      if let second = codeUnit(), UTF16.isTrailSurrogate(second) {
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
      }
      index = between
    }
    loneSurrogates.append(start..<index)
    return "\u{FFFD}"
  }

  /// Four hexadecimal digits; nil, and nothing read, where there are fewer. Python wants something behind them.
  private mutating func codeUnit() -> UInt16? {
    guard index + (isLenient ? 5 : 4) <= bytes.count else { return nil }
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
