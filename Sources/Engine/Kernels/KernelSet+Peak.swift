internal import CKernels

extension KernelSet {
  /// Runs chains of multiply-adds in registers, to measure what the machine can do at most.
  ///
  /// - Returns: the floating-point operations done, a multiply-add counting as two.
  public func multiplyAddRounds(_ rounds: Int) -> Double {
    var operations = 0.0
    var sum: Float = 0
    let factors: [Float] = [0.5, 1]
    factors.withUnsafeBufferPointer { factors in
      guard let start = factors.baseAddress else { return }
      table.multiply_add_rounds(rounds, start, &operations, &sum)
    }
    return sum.isNaN ? 0 : operations
  }
}
