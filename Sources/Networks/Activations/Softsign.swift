/// f(x) = x / (1 + |x|), whose slope is (1 - |f|)².
public struct Softsign: PointwiseActivation {
  public static let signature = Signature("Softsign")
  public static let aliases = ["softsign"]

  public init() {}

  func value(at x: Float) -> Float { x / (1 + abs(x)) }
  func slope(atValue y: Float) -> Float { (1 - abs(y)) * (1 - abs(y)) }
}
