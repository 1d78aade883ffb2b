internal import Memory

/// f(x) = log(1 + exp(x)), whose slope is 1 - exp(-f).
struct Softplus: PointwiseActivation {
  static let signature = Signature("Softplus")
  static let aliases = ["softplus"]

  init() {}

  func slope(atValue y: Float) -> Float { -ScalarMath.expMinusOne(-y) }

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values, BlockMath.softplus) { $1 }
  }
}
