/// The kinds of Python numbers, which are weak in NumPy's promotion.
package enum PythonKind: Sendable {
  case bool, int, float

  /// The dtype that such a number has alone.
  package var dtype: DType {
    switch self {
    case .bool: .bool
    case .int: .int64
    case .float: .float64
    }
  }
}
