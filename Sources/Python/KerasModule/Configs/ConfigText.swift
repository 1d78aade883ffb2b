internal import PythonRuntime
internal import Texts

/// A configuration as JSON, as Python's `json.dumps` writes it.
enum ConfigText {
  static func json(_ value: Value, _ machine: Machine) throws(PyError) -> String {
    try machine.nesting(" while encoding a JSON object") { () throws(PyError) -> String in
      try text(of: value, machine)
    }
  }

  private static func text(of value: Value, _ machine: Machine) throws(PyError) -> String {
    switch value {
    case .none, .unset: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .string(let text): return quoted(text)
    case .object(let list as ListObject): return try array(list.items, machine)
    case .object(let tuple as TupleObject): return try array(tuple.items, machine)
    case .object(let dict as DictObject):
      var parts: [String] = []
      for (key, value) in dict.pairs {
        parts.append("\(quoted(try machine.str(key))): \(try json(value, machine))")
      }
      return "{" + parts.joined(separator: ", ") + "}"
    default: return try machine.repr(value)
    }
  }

  private static func array(_ items: [Value], _ machine: Machine) throws(PyError) -> String {
    var parts: [String] = []
    for item in items { parts.append(try json(item, machine)) }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  /// Other letters than ASCII's are escaped.
  private static func quoted(_ text: String) -> String { JSONQuotes.text(text, isASCII: true) }
}
