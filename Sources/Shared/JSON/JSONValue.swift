/// A JSON value that keeps what Jupyter's files need kept: the order of members and the text of
/// numbers.
///
/// Foundation's readers give neither, nor the places of values.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// As it is written, such as `1.0` or `1e-7`.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  /// Reads JSON; nil where it is none: `JSONNode.read` says what is wrong, and where.
  public init?(json bytes: [UInt8]) {
    guard let node = try? JSONNode.read(bytes).root else { return nil }
    self = node.value
  }

  /// A whole number.
  public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

  /// The text of a string; nil for all else.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The members of an object; nil for all else.
  public var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The elements of an array; nil for all else.
  public var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// A whole number that is written as one; nil for all else.
  public var integer: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }
}
