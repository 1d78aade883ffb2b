/// What a comprehension with one element expression builds.
public enum ComprehensionForm: String, Hashable, Sendable {
  case list, set, generator
}

/// `for target in iterable if condition…` of a comprehension.
public struct ComprehensionClause: Hashable, Sendable {
  /// What each item is bound to.
  public let target: ExpressionNode
  /// Where the items come from.
  public let iterable: ExpressionNode
  /// The conditions, all of which must hold.
  public let conditions: [ExpressionNode]

  var expressions: [ExpressionNode] { [target, iterable] + conditions }
}
