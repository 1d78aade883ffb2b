/// A call as a notebook writes it: a name and its arguments in the order in which they stand.
public struct ArgumentCall: Hashable, Sendable {
  /// One `name=value`.
  public struct Keyword: Hashable, Sendable {
    public let name: String
    public let value: ArgumentValue

    public init(_ name: String, _ value: ArgumentValue) {
      self.name = name
      self.value = value
    }
  }

  /// What is called, without a module's name: `Conv2D`.
  public let name: String
  public let positional: [ArgumentValue]
  public let keywords: [Keyword]

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
