/// `key: value` of a dictionary display, or `**mapping` where there is no key.
public struct DictionaryEntry: Hashable, Sendable {
  /// The key; nil for `**mapping`.
  public let key: ExpressionNode?
  /// The value, or the mapping.
  public let value: ExpressionNode
}
