internal import Memory

/// f(x) = exp(x).
struct Exponential: PointwiseActivation {
  static let signature = Signature("Exponential")
  static let aliases = ["exponential"]

  init() {}

  func slope(atValue y: Float) -> Float { y }

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.exp(values)
  }
}
