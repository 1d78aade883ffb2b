/// Reads JSON (RFC 8259) with the places of all values. Cost: linear.
///
/// Python's `NaN` and `Infinity`, which Jupyter may write, are read as numbers.
struct JSONReader {
  /// How deep values may be nested; Jupyter's own stay below ten.
  static let depthLimit = 200
  /// How many values a file may have: bounds the memory.
  static let valueLimit = 4_000_000

  let bytes: [UInt8]
  var index = 0
  /// Escapes of half a surrogate pair, which are read as U+FFFD.
  var loneSurrogates: [Range<Int>] = []
  private var count = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The one value of the file.
  ///
  /// - Throws: what is wrong first.
  mutating func read() throws(JSONProblem) -> JSONNode {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    let node = try value(depth: 0)
    skipBlanks()
    guard index == bytes.count else { throw problem(.trailing, index..<index + 1) }
    return node
  }

  private mutating func value(depth: Int) throws(JSONProblem) -> JSONNode {
    skipBlanks()
    let start = index
    count += 1
    if count > Self.valueLimit { throw problem(.tooMany(limit: Self.valueLimit), start..<start) }
    guard depth <= Self.depthLimit else {
      throw problem(.tooDeep(limit: Self.depthLimit), start..<start + 1)
    }
    guard let byte = peek else { throw problem(.unexpectedEnd, start..<start) }
    let kind: JSONNode.Kind
    switch byte {
    case UInt8(ascii: "{"): kind = .object(try members(depth: depth))
    case UInt8(ascii: "["): kind = .array(try elements(depth: depth))
    case UInt8(ascii: "\""): kind = .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): kind = .number(try number())
    default: kind = try word()
    }
    return JSONNode(kind: kind, range: start..<index)
  }

  private mutating func elements(depth: Int) throws(JSONProblem) -> [JSONNode] {
    index += 1
    var nodes: [JSONNode] = []
    if skip("]") { return nodes }
    while true {
      nodes.append(try value(depth: depth + 1))
      if skip("]") { return nodes }
      try need(",", or: "]")
    }
  }

  private mutating func members(depth: Int) throws(JSONProblem) -> [JSONNode.Member] {
    index += 1
    var members: [JSONNode.Member] = []
    var names = Set<String>()
    if skip("}") { return members }
    while true {
      skipBlanks()
      let start = index
      guard peek == UInt8(ascii: "\"") else { throw unexpected("a name", "um nome") }
      let name = try string()
      let range = start..<index
      guard names.insert(name).inserted else { throw problem(.duplicate(name), range) }
      try need(":")
      let node = try value(depth: depth + 1)
      members.append(JSONNode.Member(name: name, nameRange: range, node: node))
      if skip("}") { return members }
      try need(",", or: "}")
    }
  }

  private mutating func word() throws(JSONProblem) -> JSONNode.Kind {
    for (text, kind) in Self.words where bytes[index...].starts(with: text.utf8) {
      index += text.utf8.count
      return kind
    }
    throw unexpected("a value", "um valor")
  }

  private static let words: [(String, JSONNode.Kind)] = [
    ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("NaN", .number("NaN")),
    ("Infinity", .number("Infinity")),
  ]

  // MARK: - Tasks

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard peek == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  private mutating func need(
    _ mark: Unicode.Scalar, or other: Unicode.Scalar? = nil
  ) throws(JSONProblem) {
    if skip(mark) { return }
    guard let other else { throw unexpected("'\(mark)'", "'\(mark)'") }
    throw unexpected("'\(mark)' or '\(other)'", "'\(mark)' ou '\(other)'")
  }

  private func unexpected(_ english: String, _ portuguese: String) -> JSONProblem {
    guard index < bytes.count else { return problem(.unexpectedEnd, index..<index) }
    let rest = String(decoding: bytes[index..<min(bytes.count, index + 4)], as: UTF8.self)
    let found = rest.unicodeScalars.first.map { String($0) } ?? ""
    return problem(
      .unexpected(found: found, wanted: (english, portuguese)),
      index..<index + found.utf8.count)
  }

  func problem(_ cause: JSONProblem.Cause, _ range: Range<Int>) -> JSONProblem {
    JSONProblem(cause: cause, range: range.clamped(to: 0..<bytes.count))
  }
}
