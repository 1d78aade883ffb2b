internal import PythonRuntime
internal import BigInt

/// Reads JSON as Python's `json.loads` does, its messages included.
struct PythonJSONReader {
  private let text: [Unicode.Scalar]
  private let machine: Machine
  private var place = 0

  init(_ text: [Unicode.Scalar], _ machine: Machine) {
    (self.text, self.machine) = (text, machine)
  }

  mutating func whole() throws(PyError) -> Value {
    skip()
    let value = try value()
    skip()
    if place < text.count { throw problem("Extra data", place) }
    return value
  }

  private var next: Unicode.Scalar? { place < text.count ? text[place] : nil }

  private func problem(_ message: String, _ place: Int) -> PyError {
    let before = text.prefix(place)
    let line = before.count { $0 == "\n" } + 1
    let column = place - (before.lastIndex(of: "\n") ?? -1)
    return machine.error(
      "JSONDecodeError", "\(message): line \(line) column \(column) (char \(place))")
  }

  private mutating func skip() {
    while let scalar = next, " \t\n\r".unicodeScalars.contains(scalar) { place += 1 }
  }

  private mutating func takes(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    guard place + scalars.count <= text.count,
      text[place..<place + scalars.count].elementsEqual(scalars)
    else { return false }
    place += scalars.count
    return true
  }

  private static var words: [(String, Value)] {
    [
      ("null", .none), ("true", .bool(true)), ("false", .bool(false)), ("NaN", .float(.nan)),
      ("Infinity", .float(.infinity)), ("-Infinity", .float(-.infinity)),
    ]
  }

  private mutating func value() throws(PyError) -> Value {
    try machine.step()
    switch next {
    case "\"":
      place += 1
      return .string(try string())
    case "{":
      try machine.enter(" while decoding a JSON object from a unicode string")
      defer { machine.leave() }
      place += 1
      return try object()
    case "[":
      try machine.enter(" while decoding a JSON array from a unicode string")
      defer { machine.leave() }
      place += 1
      return try array()
    default:
      for (word, value) in Self.words where takes(word) { return value }
      if let number = number() { return number }
      throw problem("Expecting value", place)
    }
  }

  private mutating func array() throws(PyError) -> Value {
    var items: [Value] = []
    skip()
    if takes("]") { return .object(ListObject([])) }
    while true {
      items.append(try value())
      skip()
      if takes("]") { return .object(ListObject(items)) }
      guard takes(",") else { throw problem("Expecting ',' delimiter", place) }
      skip()
    }
  }

  private mutating func object() throws(PyError) -> Value {
    let dict = DictObject()
    skip()
    if takes("}") { return .object(dict) }
    while true {
      guard takes("\"") else {
        throw problem("Expecting property name enclosed in double quotes", place)
      }
      let key = try string()
      skip()
      guard takes(":") else { throw problem("Expecting ':' delimiter", place) }
      skip()
      try dict.set(.string(key), try value(), machine)
      skip()
      if takes("}") { return .object(dict) }
      guard takes(",") else { throw problem("Expecting ',' delimiter", place) }
      skip()
    }
  }

  private mutating func number() -> Value? {
    var end = place
    func digits(_ from: Int) -> Int {
      text[from...].prefix { ("0"..."9").contains($0) }.count
    }
    if end < text.count, text[end] == "-" { end += 1 }
    guard end < text.count, ("0"..."9").contains(text[end]) else { return nil }
    end += text[end] == "0" ? 1 : digits(end)
    var isReal = false
    if end + 1 < text.count, text[end] == ".", digits(end + 1) > 0 {
      end += 1 + digits(end + 1)
      isReal = true
    }
    if end < text.count, text[end] == "e" || text[end] == "E" {
      var behind = end + 1
      if behind < text.count, text[behind] == "+" || text[behind] == "-" { behind += 1 }
      if behind < text.count, digits(behind) > 0 {
        end = behind + digits(behind)
        isReal = true
      }
    }
    let shown = String(String.UnicodeScalarView(text[place..<end]))
    place = end
    return isReal ? Double(shown).map(Value.float) : BigInt(shown).map(Value.integer)
  }

  /// What stands behind an opening quote.
  private mutating func string() throws(PyError) -> String {
    let start = place - 1
    var result = ""
    while let scalar = next {
      place += 1
      switch scalar {
      case "\"": return result
      case "\\": result += try escape(start)
      default:
        if scalar.value < 0x20 { throw problem("Invalid control character at", place - 1) }
        result.unicodeScalars.append(scalar)
      }
    }
    throw problem("Unterminated string starting at", start)
  }

  private mutating func escape(_ start: Int) throws(PyError) -> String {
    guard let scalar = next else { throw problem("Unterminated string starting at", start) }
    place += 1
    let plain: [Unicode.Scalar: String] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r",
      "t": "\t",
    ]
    if let found = plain[scalar] { return found }
    guard scalar == "u" else { throw problem("Invalid \\escape", place - 2) }
    var units = [try unit()]
    if (0xD800..<0xDC00).contains(units[0]), takes("\\u") { units.append(try unit()) }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func unit() throws(PyError) -> UInt16 {
    let digits = text[place..<min(place + 4, text.count)]
    guard digits.count == 4, digits.allSatisfy(\.properties.isASCIIHexDigit),
      let unit = UInt16(String(String.UnicodeScalarView(digits)), radix: 16)
    else { throw problem("Invalid \\uXXXX escape", place) }
    place += 4
    return unit
  }
}
