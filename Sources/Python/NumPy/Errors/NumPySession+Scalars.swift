internal import Arrays

extension NumPySession {
  /// Notes where integer scalars left the numbers of their dtype: arrays are wrapped around without a word.
  func noteOverflow(
    _ name: String, _ a: Operand, _ b: Operand, _ result: NumericArray, called shown: String? = nil
  ) throws(ArrayError) {
    guard result.dtype.isInteger, errorModes[.over] != .ignore,
      let exact = Self.exact[name], let x = try a.integer(), let y = try b.integer()
    else { return }
    let (value, overflows) = exact(x, y)
    if overflows || value != result.integers()[0] {
      try note(.overflow, in: "scalar \(shown ?? name)")
    }
  }

  private static let exact: [String: @Sendable (Int, Int) -> (Int, Bool)] = [
    "add": {
      let (sum, overflows) = $0.addingReportingOverflow($1); return (sum, overflows)
    },
    "subtract": {
      let (rest, overflows) = $0.subtractingReportingOverflow($1)
      return (rest, overflows)
    },
    "multiply": {
      let (product, overflows) = $0.multipliedReportingOverflow(by: $1)
      return (product, overflows)
    },
  ]
}

extension Operand {
  /// The one integer of an operand without axes.
  fileprivate func integer() throws(ArrayError) -> Int? {
    switch self {
    case .array(let array): return array.dtype.isFloating ? nil : array.integers()[0]
    case .python(.real): return nil
    case .python(let number): return number.integer
    }
  }
}

extension NumPyValue {
  /// Whether arithmetic with it is that of NumPy's scalars, which has names of its own.
  var isScalar: Bool {
    switch self {
    case .scalar(let array): array.dtype != .bool
    default: number != nil
    }
  }
}
