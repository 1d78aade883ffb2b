internal import Memory

/// f(x) = x / (1 + |x|), whose slope is (1 - |f|)².
struct Softsign: PointwiseActivation {
  static let signature = Signature("Softsign")
  static let aliases = ["softsign"]

  init() {}

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values) { $0 / (1 + abs($0)) }
  }

  func slope(atValue y: Float) -> Float { (1 - abs(y)) * (1 - abs(y)) }
}
