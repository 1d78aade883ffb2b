/// f(x) = x min(max(x + 3, 0), 6) / 6 (Howard et al. 2019).
public struct HardSiLU: SumActivation {
  public static let signature = Signature("HardSiLU")
  public static let aliases = ["hard_silu", "hard_swish"]
  private let gate = HardSigmoid()

  public init() {}

  func value(at x: Float) -> Float { x * gate.value(at: x) }

  func slope(at x: Float) -> Float {
    let opening = gate.value(at: x)
    return opening + x * gate.slope(atValue: opening)
  }
}
