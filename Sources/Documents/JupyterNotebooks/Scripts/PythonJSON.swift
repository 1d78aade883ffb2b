internal import JSON
internal import Texts

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

  private static func string(_ text: String) -> String { JSONQuotes.text(text, isASCII: true) }
}
