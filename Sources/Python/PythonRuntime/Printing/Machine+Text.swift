internal import BigInt

extension Machine {
  /// `repr(value)`.
  public func repr(_ value: Value) throws(PyError) -> String {
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

  /// `str(value)`.
  public func str(_ value: Value) throws(PyError) -> String {
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
  public func format(_ value: Value, _ spec: String) throws(PyError) -> String {
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

/// Strings as literals.
package enum TextLiteral {
  package static func repr(_ text: String) -> String {
    let quote: Unicode.Scalar =
      text.unicodeScalars.contains("'") && !text.unicodeScalars.contains("\"") ? "\"" : "'"
    var result = String(quote)
    for scalar in text.unicodeScalars { result += escaped(scalar, quote) }
    return result + String(quote)
  }

  static func ascii(_ text: String) -> String {
    repr(text).unicodeScalars.map { scalar in
      scalar.isASCII ? String(scalar) : hex(scalar)
    }.joined()
  }

  private static func escaped(_ scalar: Unicode.Scalar, _ quote: Unicode.Scalar) -> String {
    switch scalar {
    case quote, "\\": "\\\(scalar)"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: isPrintable(scalar) ? String(scalar) : hex(scalar)
    }
  }

  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    func padded(_ width: Int) -> String {
      String(repeating: "0", count: width - digits.count) + digits
    }
    if scalar.value < 0x100 { return "\\x" + padded(2) }
    return scalar.value < 0x10000 ? "\\u" + padded(4) : "\\U" + padded(8)
  }
}
