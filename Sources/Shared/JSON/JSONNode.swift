/// A JSON value and where it stands in a file.
public struct JSONNode: Sendable {
  /// What a node is; strings are decoded.
  public enum Kind: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  /// A member of an object.
  public struct Member: Sendable {
    /// The name, decoded.
    public let name: String
    /// Where the name stands in the file, in bytes, with its quotes.
    public let nameRange: Range<Int>
    /// The value with its own place.
    public let node: JSONNode
  }

  /// The value itself, with the nodes that it holds.
  public let kind: Kind
  /// From its first byte through its last.
  public let range: Range<Int>

  /// A value that stands at these bytes of a file.
  public init(kind: Kind, range: Range<Int>) { (self.kind, self.range) = (kind, range) }

  /// The value without places. Cost: linear.
  public var value: JSONValue {
    switch kind {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let text): .number(text)
    case .string(let text): .string(text)
    case .array(let nodes): .array(nodes.map(\.value))
    case .object(let members):
      .object(JSONObject(members.map { JSONObject.Member($0.name, $0.node.value) }))
    }
  }

  /// The members of an object; nil for all else.
  public var members: [Member]? {
    if case .object(let members) = kind { members } else { nil }
  }

  /// The elements of an array; nil for all else.
  public var elements: [JSONNode]? {
    if case .array(let nodes) = kind { nodes } else { nil }
  }

  /// A member's value.
  public subscript(name: String) -> JSONNode? { members?.first { $0.name == name }?.node }
}
