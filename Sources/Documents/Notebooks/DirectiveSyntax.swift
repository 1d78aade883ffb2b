/// How one kind of directive is written.
public struct DirectiveSyntax: Hashable, Sendable {
  /// What stands inside the fence.
  public enum Body: Hashable, Sendable {
    /// A YAML mapping of options.
    case yaml
    /// Keras notation, which this target leaves unread.
    case notation
  }

  /// The class without its point: "fit".
  public let name: String
  /// What stands inside its fence.
  public let body: Body
  /// The options that it takes besides the common ones.
  public let options: [String]

  /// A directive of the class `name`.
  public init(name: String, body: Body, options: [String] = []) {
    self.name = name
    self.body = body
    self.options = options
  }
}
