internal import CKernels
public import Memory

extension KernelSet {
  /// Softmax of each row of `x`, in place: `exp(x - max) / Σ exp(x - max)`.
  public func softmax(_ x: Floats, columns: Int) {
    guard columns > 0 else { return }
    table.softmax(rows(x.count, columns, "softmax"), columns, x.start)
  }

  /// Turns the gradient of softmax's output into that of its input, row by row:
  /// `(g - Σ g y) y`.
  public func softmaxGradient(_ gradient: Floats, output: ConstantFloats, columns: Int) {
    precondition(gradient.count == output.count, "softmax gradient: sizes differ")
    guard columns > 0 else { return }
    table.softmax_gradient(
      rows(gradient.count, columns, "softmax gradient"), columns, output.start, gradient.start)
  }

  /// Cross-entropy of each row of logits against its label, and `scale` times its gradient.
  ///
  /// - Parameters:
  ///   - losses: one for each row, `apart` floats from one to the next.
  /// - Precondition: every label is below `columns`.
  public func softmaxCrossEntropy(
    logits: ConstantFloats, labels: Elements<UInt8>, columns: Int, scale: Float,
    losses: Floats, apart: Int = 1, gradient: Floats
  ) {
    let count = rows(logits.count, columns, "softmax cross-entropy")
    precondition(
      labels.count == count && gradient.count == logits.count,
      "softmax cross-entropy: \(labels.count) labels for \(count) rows")
    precondition(labels.allSatisfy { $0 < columns }, "softmax cross-entropy: label out of range")
    let (least, name): (Int, StaticString) = (
      max(count - 1, 0) * apart + min(count, 1), "softmax cross-entropy"
    )
    table.softmax_cross_entropy(
      count, columns, scale, logits.start, labels.start, losses.address(least, name), apart,
      gradient.start)
  }

  func rows(_ count: Int, _ columns: Int, _ name: StaticString) -> Int {
    precondition(columns > 0 && count % columns == 0, "\(name): \(count) in rows of \(columns)")
    return count / columns
  }
}
