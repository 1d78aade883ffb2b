/// A call as a notebook writes it: a name and its arguments in the order in which they stand.
public struct ArgumentCall: Hashable, Sendable {
  /// One `name=value`.
  public struct Keyword: Hashable, Sendable {
    /// The author's spelling of the parameter.
    public let name: String
    /// What stands behind the equals sign.
    public let value: ArgumentValue

    /// One `name=value` of a call.
    public init(_ name: String, _ value: ArgumentValue) {
      self.name = name
      self.value = value
    }
  }

  /// What is called, without a module's name: `Conv2D`.
  public let name: String
  /// What stands before the keywords, in order.
  public let positional: [ArgumentValue]
  /// What is given by name, in the order of the call; a name may occur twice, which binding
  /// refuses.
  public let keywords: [Keyword]

  /// A call without a check of its arguments: ``Signature/bind(_:)`` checks them.
  public init(
    _ name: String, _ positional: [ArgumentValue] = [], keywords: [Keyword] = []
  ) {
    self.name = name
    self.positional = positional
    self.keywords = keywords
  }
}

extension ArgumentCall: CustomStringConvertible {
  /// The call in Python's spelling.
  public var description: String {
    let all = positional.map(\.description) + keywords.map { "\($0.name)=\($0.value)" }
    return "\(name)(" + all.joined(separator: ", ") + ")"
  }
}
