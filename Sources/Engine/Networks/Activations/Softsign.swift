public import Memory

/// f(x) = x / (1 + |x|), whose slope is (1 - |f|)².
public struct Softsign: PointwiseActivation {
  public static let signature = Signature("Softsign")
  public static let aliases = ["softsign"]

  public init() {}

  public func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values) { $0 / (1 + abs($0)) }
  }

  func slope(atValue y: Float) -> Float { (1 - abs(y)) * (1 - abs(y)) }
}
