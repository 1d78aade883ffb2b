/// An error that NumPy would raise: the name of Python's exception and its exact text.
public struct ArrayError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The exceptions of Python and NumPy that arrays raise.
  public enum Kind: String, Sendable {
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

  public let kind: Kind
  public let message: String

  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  public var description: String { "\(kind.rawValue): \(message)" }

  static func value(_ message: String) -> ArrayError { ArrayError(.valueError, message) }
  static func type(_ message: String) -> ArrayError { ArrayError(.typeError, message) }
  static func index(_ message: String) -> ArrayError { ArrayError(.indexError, message) }
}
