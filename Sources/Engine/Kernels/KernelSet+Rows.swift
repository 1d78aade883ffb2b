internal import CKernels
public import Memory

/// Layers over rows of numbers that aren't products.
extension KernelSet {
  /// Normalizes each row by its own mean and variance; a row's sums have 16 lanes.
  ///
  /// - Parameters:
  ///   - normal: `[rows, columns]`, the normalized numbers; inverse: `[rows]`, what they were scaled by.
  public func normalizeRows(
    rows: Int, columns: Int, _ x: ConstantFloats, epsilon: Float, gamma: ConstantFloats,
    beta: ConstantFloats, normal: Floats, inverse: Floats, into y: Floats
  ) {
    note(3 * rows * columns)
    let (name, size): (StaticString, Int) = ("normalize rows", rows * columns)
    table.layer_normalize(
      rows, columns, epsilon, x.address(size, name), gamma.address(columns, name),
      beta.address(columns, name), normal.address(size, name), inverse.address(rows, name),
      y.address(size, name))
  }

  /// The gradient of the input of
  /// ``normalizeRows(rows:columns:_:epsilon:gamma:beta:normal:inverse:into:)``.
  public func normalizeRowsGradient(
    rows: Int, columns: Int, _ gradient: ConstantFloats, normal: ConstantFloats,
    inverse: ConstantFloats, gamma: ConstantFloats, into dx: Floats
  ) {
    note(3 * rows * columns)
    let (name, size): (StaticString, Int) = ("normalize rows gradient", rows * columns)
    table.layer_normalize_gradient(
      rows, columns, gradient.address(size, name), normal.address(size, name),
      inverse.address(rows, name), gamma.address(columns, name), dx.address(size, name))
  }

  /// `y = x`, but `x * alpha` where x is below zero.
  public func prelu(_ x: ConstantFloats, alpha: ConstantFloats, into y: Floats) {
    note(y.count)
    let name: StaticString = "prelu"
    table.prelu(y.count, x.address(y.count, name), alpha.address(y.count, name), y.start)
  }

  /// Adds to `alphaGradient`, number by number, and overwrites the input's gradient where it is wanted.
  public func preluGradient(
    _ gradient: ConstantFloats, input x: ConstantFloats, alpha: ConstantFloats,
    alphaGradient: Floats, into dx: Floats?
  ) {
    note(gradient.count)
    let (name, count): (StaticString, Int) = ("prelu gradient", gradient.count)
    table.prelu_gradient(
      count, x.address(count, name), alpha.address(count, name), gradient.start,
      alphaGradient.address(count, name), dx?.address(count, name))
  }
}
