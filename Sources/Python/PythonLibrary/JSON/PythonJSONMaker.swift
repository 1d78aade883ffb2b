internal import PythonRuntime
internal import BigInt
internal import JSON

/// Reads JSON as Python's `json.loads` does, its messages included.
struct PythonJSONMaker: JSONMaker {
  typealias Made = Value
  typealias Failure = PyError

  private let bytes: [UInt8]
  private let machine: Machine

  /// - Returns: the value of a text.
  static func value(of text: String, _ machine: Machine) throws(PyError) -> Value {
    let maker = PythonJSONMaker(bytes: Array(text.utf8), machine: machine)
    if text.unicodeScalars.first == "\u{FEFF}" {
      throw maker.error("Unexpected UTF-8 BOM (decode using utf-8-sig)", at: 0)
    }
    var reader = JSONReader(maker.bytes, maker)
    return try reader.read()
  }

  var isLenient: Bool { true }

  func begin(at place: Int, depth: Int) throws(PyError) { try machine.step() }

  func enter(object: Bool) throws(PyError) {
    try machine.enter(
      object
        ? " while decoding a JSON object from a unicode string"
        : " while decoding a JSON array from a unicode string")
  }

  func leave() { machine.leave() }

  func scalar(_ scalar: JSONScalar, _ range: Range<Int>) throws(PyError) -> Value {
    switch scalar {
    case .null: return .none
    case .bool(let flag): return .bool(flag)
    case .string(let text): return .string(text)
    case .number("NaN"): return .float(.nan)
    case .number("Infinity"): return .float(.infinity)
    case .number("-Infinity"): return .float(-.infinity)
    case .number(let text):
      if text.contains(where: { ".eE".contains($0) }) { return .float(Double(text) ?? .nan) }
      try machine.checkDigits(of: text, radix: 10)
      return .integer(BigInt(text) ?? 0)
    }
  }

  func array(_ elements: [Value], _ range: Range<Int>) -> Value { .object(ListObject(elements)) }

  /// Of members with the same name the last counts, in the place of the first.
  func object(_ members: [JSONMember<Value>], _ range: Range<Int>) throws(PyError) -> Value {
    let dict = DictObject()
    for member in members { try dict.set(.string(member.name), member.value, machine) }
    return .object(dict)
  }

  func failure(_ problem: JSONProblem) -> PyError {
    let start = problem.range.lowerBound
    return switch problem.cause {
    case .unexpectedEnd(let wanted), .unexpected(_, let wanted):
      error(Self.words(wanted), at: start)
    case .unterminated(let string): error("Unterminated string starting at", at: string)
    case .escape: error("Invalid \\escape", at: start)
    case .codeUnit(let place): error("Invalid \\uXXXX escape", at: place)
    case .control: error("Invalid control character at", at: start)
    case .trailing: error("Extra data", at: start)
    case .number, .duplicate, .tooDeep, .tooMany: error(Self.words(.value), at: start)
    }
  }

  private static func words(_ wanted: JSONProblem.Wanted) -> String {
    switch wanted {
    case .value: "Expecting value"
    case .name: "Expecting property name enclosed in double quotes"
    case .colon: "Expecting ':' delimiter"
    case .comma: "Expecting ',' delimiter"
    }
  }

  /// Python counts code points.
  private func error(_ message: String, at offset: Int) -> PyError {
    let before = String(decoding: bytes[..<offset], as: UTF8.self).unicodeScalars
    let line = before.count { $0 == "\n" } + 1
    let last = before.reversed().prefix { $0 != "\n" }.count
    return machine.error(
      "JSONDecodeError", "\(message): line \(line) column \(last + 1) (char \(before.count))")
  }
}
