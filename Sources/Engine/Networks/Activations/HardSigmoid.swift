internal import Memory

/// f(x) = min(max(x + 3, 0), 6) / 6 as in Keras 3; Keras 2 had another slope.
struct HardSigmoid: PointwiseActivation {
  static let signature = Signature("HardSigmoid")
  static let aliases = ["hard_sigmoid"]

  init() {}

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values, Self.value)
  }

  static func value(at x: Float) -> Float { x < -3 ? 0 : x > 3 ? 1 : (x + 3) / 6 }
  func slope(atValue y: Float) -> Float { Self.slope(atValue: y) }
  static func slope(atValue y: Float) -> Float { y > 0 && y < 1 ? 1 / 6 : 0 }
}
