/// A JSON value and where it stands in a file.
struct JSONNode: Sendable {
  /// What a node is; strings are decoded.
  enum Kind: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  /// A member of an object.
  struct Member: Sendable {
    let name: String
    let nameRange: Range<Int>
    let node: JSONNode
  }

  let kind: Kind
  /// From its first byte through its last.
  let range: Range<Int>

  /// The value without places. Cost: linear.
  var value: JSONValue {
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
  var members: [Member]? {
    if case .object(let members) = kind { members } else { nil }
  }

  /// The elements of an array; nil for all else.
  var elements: [JSONNode]? {
    if case .array(let nodes) = kind { nodes } else { nil }
  }

  /// A member's value.
  subscript(name: String) -> JSONNode? { members?.first { $0.name == name }?.node }

  /// The strings that make up a text: one, or Jupyter's list of lines; nil for all else.
  var textNodes: [JSONNode]? {
    switch kind {
    case .string: [self]
    case .array(let nodes) where nodes.allSatisfy(\.isString): nodes
    default: nil
    }
  }

  private var isString: Bool {
    if case .string = kind { true } else { false }
  }
}
