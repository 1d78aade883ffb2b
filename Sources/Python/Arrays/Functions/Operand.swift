/// What arithmetic takes: an array, or a Python number that adapts to the array beside it.
package enum Operand {
  case array(NumericArray)
  case python(ScalarValue)

  /// The dtype of the operand alone.
  package var dtype: DType {
    switch self {
    case .array(let array): array.dtype
    case .python(let value): value.kind.dtype
    }
  }

  /// The extents of the axes; empty for a Python number.
  package var shape: [Int] {
    switch self {
    case .array(let array): array.shape
    case .python: []
    }
  }

  /// The dtype in which NumPy computes with both operands.
  func promoted(with other: Operand) -> DType {
    switch (self, other) {
    case (.array(let one), .array(let two)): one.dtype.promoted(with: two.dtype)
    case (.array(let one), .python(let two)): one.dtype.promoted(withPython: two.kind)
    case (.python(let one), .array(let two)): two.dtype.promoted(withPython: one.kind)
    case (.python(let one), .python(let two)): one.kind.dtype.promoted(with: two.kind.dtype)
    }
  }

  /// The operand as an array of one dtype at most: a Python number gets the dtype of the others.
  func array(as dtype: DType) -> NumericArray {
    switch self {
    case .array(let array): array
    case .python(let value): NumericArray(scalar: value, dtype: dtype)
    }
  }
}
