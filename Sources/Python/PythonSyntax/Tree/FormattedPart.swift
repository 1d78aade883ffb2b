/// A piece of an f-string.
package enum FormattedPart: Hashable, Sendable {
  /// Literal text, escapes and doubled braces resolved.
  case text(String)
  /// `{value!r:spec}`. `{value=}` arrives as text followed by a field.
  case field(FormattedField)

  var children: [ExpressionNode] {
    switch self {
    case .text: []
    case .field(let field): [field.value] + (field.format ?? []).flatMap(\.children)
    }
  }
}

/// A replacement field of an f-string.
package struct FormattedField: Hashable, Sendable {
  /// The conversion after `!`.
  package enum Conversion: String, Hashable, Sendable {
    case string = "s"
    case representation = "r"
    case ascii = "a"
  }

  /// The expression between the braces.
  package let value: ExpressionNode
  /// `!r`, `!s` or `!a`; nil where none is written.
  package let conversion: Conversion?
  /// What follows the colon, with fields of its own; nil where there is no colon.
  package let format: [FormattedPart]?
  /// From brace to brace.
  package let range: Range<Int>
}
