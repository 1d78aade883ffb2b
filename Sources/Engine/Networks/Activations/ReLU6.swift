internal import Memory

/// f(x) = min(max(x, 0), 6); its slope is 0 at both ends.
struct ReLU6: PointwiseActivation {
  static let signature = Signature("ReLU6")
  static let aliases = ["relu6"]

  init() {}

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values) { $0 < 0 ? 0 : $0 > 6 ? 6 : $0 }
  }

  func slope(atValue y: Float) -> Float { y > 0 && y < 6 ? 1 : 0 }
}
