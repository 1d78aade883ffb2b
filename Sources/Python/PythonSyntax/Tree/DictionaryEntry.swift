/// `key: value` of a dictionary display, or `**mapping` where there is no key.
package struct DictionaryEntry: Hashable, Sendable {
  /// The key; nil for `**mapping`.
  package let key: ExpressionNode?
  /// The value, or the mapping.
  package let value: ExpressionNode
}
