internal import CKernels
public import Memory

extension KernelSet {
  /// `x = exp(x)`
  public func exp(_ x: Floats) { inPlace(x, table.map_exp) }
  /// `x = log(x)`
  public func log(_ x: Floats) { inPlace(x, table.map_log) }
  /// `x = tanh(x)`
  public func tanh(_ x: Floats) { inPlace(x, table.map_tanh) }
  /// `x = 1 / (1 + exp(-x))`
  public func sigmoid(_ x: Floats) { inPlace(x, table.map_sigmoid) }
  /// `x = erf(x)`
  public func erf(_ x: Floats) { inPlace(x, table.map_erf) }
  /// `x = 1 / sqrt(x)`
  public func rsqrt(_ x: Floats) { inPlace(x, table.map_rsqrt) }
  /// `x = max(x, 0)`; NaN stays NaN.
  public func relu(_ x: Floats) { inPlace(x, table.map_relu) }

  /// Turns the gradient of ReLU's output into that of its input.
  public func reluGradient(_ gradient: Floats, output: ConstantFloats) {
    pairwise(output, gradient, "relu gradient", table.relu_gradient)
  }
  /// Turns the gradient of tanh's output into that of its input.
  public func tanhGradient(_ gradient: Floats, output: ConstantFloats) {
    pairwise(output, gradient, "tanh gradient", table.tanh_gradient)
  }
  /// Turns the gradient of the sigmoid's output into that of its input.
  public func sigmoidGradient(_ gradient: Floats, output: ConstantFloats) {
    pairwise(output, gradient, "sigmoid gradient", table.sigmoid_gradient)
  }
  /// `sum += x`
  public func add(_ x: ConstantFloats, to sum: Floats) { pairwise(x, sum, "add", table.add) }

  /// `y = bytes / divisor`
  public func divide(_ bytes: Elements<UInt8>, by divisor: Float, into y: Floats) {
    precondition(bytes.count == y.count, "divide: \(bytes.count) bytes into \(y.count)")
    table.divide_bytes(bytes.count, bytes.start, divisor, y.start)
  }

  /// The sum of `x`: element i goes to lane i mod 16, and the 16 lanes fold by halves.
  public func sum(_ x: ConstantFloats) -> Float {
    var sum: Float = 0
    table.lane_sum(x.count, x.start, &sum)
    return sum
  }

  private func inPlace(
    _ x: Floats, _ kernel: (Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) {
    kernel(x.count, x.start, x.start)
  }

  private func pairwise(
    _ x: ConstantFloats, _ y: Floats, _ name: StaticString,
    _ kernel: (Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) {
    note(x.count)
    precondition(x.count == y.count, "\(name): \(x.count) values and \(y.count)")
    kernel(x.count, x.start, y.start)
  }
}
