/// An error that NumPy would raise: the name of Python's exception and its exact text.
package struct ArrayError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The exceptions of Python and NumPy that arrays raise.
  package enum Kind: String, Sendable {
    case valueError = "ValueError"
    case typeError = "TypeError"
    case indexError = "IndexError"
    case overflowError = "OverflowError"
    case attributeError = "AttributeError"
    case zeroDivisionError = "ZeroDivisionError"
    case axisError = "AxisError"
    case memoryError = "MemoryError"
    case ufuncTypeError = "UFuncTypeError"
    case linAlgError = "LinAlgError"
    case notImplementedError = "NotImplementedError"
    case floatingPointError = "FloatingPointError"
  }

  /// The exception's class.
  package let kind: Kind
  /// NumPy's text, without the name of the exception.
  package let message: String

  /// An error with NumPy's own text.
  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// The last line of a traceback, such as `ValueError: cannot convert`.
  package var description: String { "\(kind.rawValue): \(message)" }

  static func value(_ message: String) -> ArrayError { ArrayError(.valueError, message) }
  static func type(_ message: String) -> ArrayError { ArrayError(.typeError, message) }
  static func index(_ message: String) -> ArrayError { ArrayError(.indexError, message) }
}
