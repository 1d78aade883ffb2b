internal import Memory

/// Σ t log(t / p), both kept between ε = 1e-7 and 1 (Kullback and Leibler 1951, Keras'
/// `kl_divergence`).
struct KLDivergence: Loss {
  static let signature = Signature.loss("KLDivergence")
  static let aliases = [
    "kl_divergence", "kld", "KLD", "kullback_leibler_divergence",
  ]

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    var total: Float = 0
    for column in outputs.indices {
      let output = outputs[column]
      let wanted = Self.clipped(target.value(at: column))
      total += wanted * ScalarMath.log(wanted / Self.clipped(output))
      gradient[column] = Self.clipped(output) == output ? -wanted / output : 0
    }
    return total
  }

  private static func clipped(_ value: Float) -> Float {
    value < Crossentropy.epsilon ? Crossentropy.epsilon : value > 1 ? 1 : value
  }
}
