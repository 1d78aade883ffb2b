/// f(x) = x tanh(log(1 + exp(x))) (Misra 2019).
public struct Mish: SumActivation {
  public static let signature = Signature("Mish")
  public static let aliases = ["mish"]

  public init() {}

  func value(at x: Float) -> Float { x * ScalarMath.tanh(ScalarMath.softplus(x)) }

  func slope(at x: Float) -> Float {
    let gate = ScalarMath.tanh(ScalarMath.softplus(x))
    return gate + x * (1 - gate * gate) * ScalarMath.sigmoid(x)
  }
}
