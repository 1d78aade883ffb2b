/// JSON as Python's `json.dumps` writes it, in ASCII.
enum PythonJSON {
  static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .number(let text): return text
    case .string(let text): return string(text)
    case .array(let values): return "[" + values.map(text).joined(separator: ", ") + "]"
    case .object(let object):
      let members = object.members.map { "\(string($0.name)): \(text($0.value))" }
      return "{" + members.joined(separator: ", ") + "}"
    }
  }

  private static func string(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0x08: result += "\\b"
      case 0x0C: result += "\\f"
      case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
