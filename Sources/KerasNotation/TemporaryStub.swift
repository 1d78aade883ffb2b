public struct SyntaxError: Error { public var range: Range<Int>; public var english: String; public var portuguese: String }
public func parseModule(_ s: String) throws(SyntaxError) -> Module { throw SyntaxError(range: 0..<0, english: "", portuguese: "") }
public func parseExpression(_ s: String) throws(SyntaxError) -> ExpressionNode { throw SyntaxError(range: 0..<0, english: "", portuguese: "") }
