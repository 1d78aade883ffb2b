/// f(x) = exp(x).
public struct Exponential: PointwiseActivation {
  public static let signature = Signature("Exponential")
  public static let aliases = ["exponential"]

  public init() {}

  func value(at x: Float) -> Float { ScalarMath.exp(x) }
  func slope(atValue y: Float) -> Float { y }
}
