/// One option of a directive: `epochs=5` in the attributes or `epochs: 5` in the body.
public struct Option: Hashable, Sendable {
  /// The word before the colon.
  public let name: String
  /// The name's bytes in the notebook.
  public let nameRange: Range<Int>
  /// What it is given.
  public let value: OptionValue

  /// An option with its places; ranges are byte offsets in the notebook.
  public init(name: String, nameRange: Range<Int>, value: OptionValue) {
    self.name = name
    self.nameRange = nameRange
    self.value = value
  }
}
