/// An operator before its operand.
package enum UnaryOperator: String, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case invert = "~"
  case not = "not"
}

/// An operator between two operands; also that of an augmented assignment.
package enum BinaryOperator: String, Hashable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case matrixMultiply = "@"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
  case power = "**"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case bitOr = "|"
  case bitXor = "^"
  case bitAnd = "&"
}

/// `and`, `or`.
package enum LogicalOperator: String, Hashable, Sendable {
  case and, or
}

/// An operator of a comparison chain.
package enum ComparisonOperator: String, Hashable, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case `in` = "in"
  case notIn = "not in"
  case `is` = "is"
  case isNot = "is not"
}

/// One operator of a comparison chain and the operand after it.
package struct ComparisonLink: Hashable, Sendable {
  /// The operator.
  package let comparison: ComparisonOperator
  /// The operand on its right.
  package let operand: ExpressionNode
}
