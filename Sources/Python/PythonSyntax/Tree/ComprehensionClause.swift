/// What a comprehension with one element expression builds.
package enum ComprehensionForm: String, Hashable, Sendable {
  case list, set, generator
}

/// `for target in iterable if condition…` of a comprehension.
package struct ComprehensionClause: Hashable, Sendable {
  /// What each item is bound to.
  package let target: ExpressionNode
  /// Where the items come from.
  package let iterable: ExpressionNode
  /// The conditions, all of which must hold.
  package let conditions: [ExpressionNode]

  var expressions: [ExpressionNode] { [target, iterable] + conditions }
}
