internal import CKernels
public import Memory

extension KernelSet {
  /// Stochastic gradient descent: `w -= rate * g`.
  public func sgd(_ weights: Floats, gradient: ConstantFloats, rate: Float) {
    let (w, g) = (weights.start, same(gradient, weights))
    table.sgd(weights.count, rate, g, w)
  }

  /// `v = momentum * v - rate * g`, then `w += v`, or with Nesterov's look-ahead
  /// `w += momentum * v - rate * g`.
  public func sgd(
    _ weights: Floats, velocity: Floats, gradient: ConstantFloats, rate: Float, momentum: Float,
    nesterov: Bool
  ) {
    let w = weights.start
    let g = same(gradient, weights)
    let v = same(velocity, weights)
    table.sgd_momentum(weights.count, rate, momentum, nesterov ? 1 : 0, g, v, w)
  }

  /// RMSprop as Keras 3 has it: `v = rho v + rest g²`, `w -= rate * g / sqrt(v + epsilon)`, where
  /// the caller gives `rest = 1 - rho`.
  public func rmsprop(
    _ weights: Floats, meanSquare: Floats, gradient: ConstantFloats, rate: Float, rho: Float,
    rest: Float, epsilon: Float
  ) {
    let w = weights.start
    let g = same(gradient, weights)
    let v = same(meanSquare, weights)
    table.rmsprop(weights.count, rate, rho, rest, epsilon, g, v, w)
  }

  /// Adam as Keras 3 has it: `m += (g - m) rest1`, `v += (g² - v) rest2`,
  /// `w -= alpha m / (sqrt(v) + epsilon)`, where the caller gives `rest1 = 1 - beta1`,
  /// `rest2 = 1 - beta2` and `alpha = rate * sqrt(1 - beta2^t) / (1 - beta1^t)`.
  public func adam(
    _ weights: Floats, mean: Floats, meanSquare: Floats, gradient: ConstantFloats, alpha: Float,
    rest1: Float, rest2: Float, epsilon: Float
  ) {
    let w = weights.start
    let g = same(gradient, weights)
    let m = same(mean, weights)
    let v = same(meanSquare, weights)
    table.adam(weights.count, alpha, rest1, rest2, epsilon, g, m, v, w)
  }

  private func same(_ x: ConstantFloats, _ w: Floats) -> UnsafePointer<Float> {
    precondition(x.count == w.count, "optimizer: \(x.count) values for \(w.count) weights")
    return x.start
  }

  private func same(_ x: Floats, _ w: Floats) -> UnsafeMutablePointer<Float> {
    precondition(x.count == w.count, "optimizer: \(x.count) values for \(w.count) weights")
    return x.start
  }
}
