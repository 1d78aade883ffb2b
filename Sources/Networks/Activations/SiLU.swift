/// f(x) = x / (1 + exp(-x)) (Hendrycks and Gimpel 2016; Ramachandran, Zoph and Le 2017 call it
/// swish).
public struct SiLU: SumActivation {
  public static let signature = Signature("SiLU")
  public static let aliases = ["silu", "swish"]

  public init() {}

  func value(at x: Float) -> Float { x * ScalarMath.sigmoid(x) }

  func slope(at x: Float) -> Float {
    let gate = ScalarMath.sigmoid(x)
    return gate * (1 + x * (1 - gate))
  }
}
