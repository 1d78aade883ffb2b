internal import Memory

/// (1 - p)^γ of focal losses (Lin et al. 2017), in single precision as TensorFlow has it.
struct FocalFactor: Sendable {
  /// γ; at least 0.
  let gamma: Float

  /// rest^γ and γ rest^(γ - 1), for a rest 1 - p of at least 0.
  func value(_ rest: Float) -> (value: Float, slope: Float) {
    if gamma == 0 { return (1, 0) }
    if gamma == 1 { return (rest, 1) }
    if gamma == 2 { return (rest * rest, 2 * rest) }
    let (base, exponent) = (Double(rest), Double(gamma))
    return (
      Float(DoubleMath.power(base, exponent)), gamma * Float(DoubleMath.power(base, exponent - 1))
    )
  }
}
