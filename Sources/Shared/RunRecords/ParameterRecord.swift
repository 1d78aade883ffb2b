/// A notebook parameter and the value that the run used, spelled as in YAML.
public struct ParameterRecord: Hashable, Codable, Sendable {
  public var name: String
  public var value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
