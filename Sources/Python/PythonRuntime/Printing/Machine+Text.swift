internal import BigInt
internal import Texts

extension Machine {
  /// `repr(value)`.
  package func repr(_ value: Value) throws(PyError) -> String {
    switch value {
    case .unset, .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .int(let value): String(value)
    case .big(let box): try decimal(box.value)
    case .float(let value): FloatText.repr(value)
    case .string(let text): TextLiteral.repr(text)
    case .object(let object):
      try nesting(" while getting the repr of an object") { () throws(PyError) -> String in
        try object.repr(self)
      }
    }
  }

  /// `ascii(value)`.
  func ascii(_ value: Value) throws(PyError) -> String { TextLiteral.ascii(try repr(value)) }

  /// `str(value)`.
  package func str(_ value: Value) throws(PyError) -> String {
    switch value {
    case .string(let text): text
    case .object(let object):
      try nesting(" while getting the str of an object") { () throws(PyError) -> String in
        try object.str(self)
      }
    default: try repr(value)
    }
  }

  /// `format(value, spec)`.
  package func format(_ value: Value, _ spec: String) throws(PyError) -> String {
    if case .object(let object) = value {
      if let text = try object.format(spec, self) { return text }
      if !spec.isEmpty, let number = object.plainNumber { return try format(number, spec) }
      if spec.isEmpty { return try str(value) }
      throw error(
        "TypeError", "unsupported format string passed to \(object.typeName).__format__")
    }
    if spec.isEmpty { return try str(value) }
    if case .none = value {
      throw error("TypeError", "unsupported format string passed to NoneType.__format__")
    }
    return try FormatSpec(spec, of: typeName(value), self).text(value, self)
  }
}
