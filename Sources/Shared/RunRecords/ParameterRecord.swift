/// A notebook parameter and the value that the run used, spelled as in YAML.
public struct ParameterRecord: Hashable, Codable, Sendable {
  /// The parameter's name in the front matter.
  public var name: String
  /// The value, the front matter's own or that of the command line's `-P`.
  public var value: String

  /// A parameter with the value that it had in the run.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
