internal import Kernels
internal import Memory

/// Adam's rule without AMSGrad (Kingma and Ba 2015), for what moves some or all weights by it.
struct AdamRule: Sendable {
  /// β₁ and β₂, the shares that mean and mean square keep at each step.
  let betas: (first: Float, second: Float)
  /// 1 - β₁ and 1 - β₂, rounded once.
  let rests: (first: Float, second: Float)
  /// ε, added to the root; at least 0.
  let epsilon: Float

  init(beta1: Double, beta2: Double, epsilon: Float) {
    betas = (Float(beta1), Float(beta2))
    rests = (Float(1 - beta1), Float(1 - beta2))
    self.epsilon = epsilon
  }

  /// 1 - β₁ᵗ and 1 - β₂ᵗ of a step from 1, the corrections for moments that began at 0.
  ///
  /// In single precision, as Keras computes it: 1 - β₂ᵗ loses five digits in the first steps.
  func corrections(step: Int) -> (first: Float, second: Float) {
    (
      1 - Float(WholePower.of(Double(betas.first), step)),
      1 - Float(WholePower.of(Double(betas.second), step))
    )
  }

  /// α of a step from 1: the learning rate with the corrections.
  func stepSize(rate: Float, step: Int) -> Float {
    let (first, second) = corrections(step: step)
    return rate * second.squareRoot() / first
  }

  /// Moves the moments, then the weight, by a fused kernel.
  func move(
    _ weight: MutableElements<Float>, mean: MutableElements<Float>,
    meanSquare: MutableElements<Float>, gradient: Elements<Float>, rate: Float, step: Int
  ) {
    KernelSet.active.adam(
      weight, mean: mean, meanSquare: meanSquare, gradient: gradient,
      alpha: stepSize(rate: rate, step: step), rest1: rests.first, rest2: rests.second,
      epsilon: epsilon)
  }
}
