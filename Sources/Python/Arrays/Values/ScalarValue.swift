/// A number as Python has it: what `item()` and `tolist()` give and what arithmetic takes.
package enum ScalarValue: Hashable, Sendable {
  case bool(Bool)
  case int(Int)
  case real(Double)

  /// Python's class of the number, after which it adapts to arrays.
  package var kind: PythonKind {
    switch self {
    case .bool: .bool
    case .int: .int
    case .real: .float
    }
  }

  /// The value as an integer, truncated toward zero.
  package var integer: Int {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): value
    case .real(let value): wrapped(value)
    }
  }

  /// The value as a float; integers beyond 2⁵³ are rounded.
  package var real: Double {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): Double(value)
    case .real(let value): value
    }
  }
}
