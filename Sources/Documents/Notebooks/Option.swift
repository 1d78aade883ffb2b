/// One option of a directive: `epochs=5` in the attributes or `epochs: 5` in the body.
public struct Option: Hashable, Sendable {
  public let name: String
  /// The name's bytes in the notebook.
  public let nameRange: Range<Int>
  public let value: OptionValue

  public init(name: String, nameRange: Range<Int>, value: OptionValue) {
    self.name = name
    self.nameRange = nameRange
    self.value = value
  }
}
