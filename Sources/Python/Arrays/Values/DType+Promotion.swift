extension DType {
  /// The dtype that holds values of both, by NumPy 2's table for arrays and NumPy scalars.
  package func promoted(with other: DType) -> DType {
    if self == other || other == .bool { return self }
    if self == .bool { return other }
    if isFloating || other.isFloating { return floatingPromotion(with: other) }
    if isSigned == other.isSigned { return size >= other.size ? self : other }
    let (signed, unsigned) = isSigned ? (self, other) : (other, self)
    return signed.size > unsigned.size ? signed : unsigned.nextSigned
  }

  private func floatingPromotion(with other: DType) -> DType {
    let narrow = [self, other].allSatisfy { $0 == .float32 || (!$0.isFloating && $0.size <= 2) }
    return narrow ? .float32 : .float64
  }

  private var nextSigned: DType {
    switch size {
    case 1: .int16
    case 2: .int32
    case 4: .int64
    default: .float64
    }
  }

  /// The dtype after an operation with a Python number, which adapts to the array (NEP 50).
  package func promoted(withPython kind: PythonKind) -> DType {
    switch kind {
    case .bool: self
    case .int: self == .bool ? .int64 : self
    case .float: isFloating ? self : .float64
    }
  }

  /// Whether a cast keeps the kind: bool to integers to floats, and narrower within one kind.
  package func castsSameKind(to other: DType) -> Bool {
    if self == other || self == .bool { return true }
    if isFloating { return other.isFloating }
    if isUnsigned { return other.isInteger || other.isFloating }
    return other.isSigned || other.isFloating
  }
}
