internal import Memory

/// f(x) = λ x above 0 and λ α (exp(x) - 1) below, with the λ and α that keep mean 0 and variance 1
/// (Klambauer et al. 2017).
struct SELU: PointwiseActivation {
  static let signature = Signature("SELU")
  static let aliases = ["selu"]
  private static let scale: Float = 1.050_701
  private static let scaledAlpha: Float = 1.758_099_3

  init() {}

  func slope(atValue y: Float) -> Float { y > 0 ? Self.scale : y + Self.scaledAlpha }

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values, BlockMath.expMinusOne) {
      $0 > 0 ? Self.scale * $0 : Self.scaledAlpha * $1
    }
  }
}
