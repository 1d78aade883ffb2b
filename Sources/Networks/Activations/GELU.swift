/// f(x) = x Φ(x) with the normal distribution's Φ, or its approximation by tanh (Hendrycks and
/// Gimpel 2016).
public struct GELU: SumActivation {
  public static let signature = Signature(
    "GELU", [Parameter("approximate", .bool, default: .bool(false))])
  public static let aliases = ["gelu"]
  public let isApproximate: Bool
  /// √(1/2), √(2/π) and 1/√(2π).
  private static let rootOfHalf: Float = 0.707_106_77
  private static let slopeOfTanh: Float = 0.797_884_6
  private static let density: Float = 0.398_942_3
  private static let cubic: Float = 0.044_715

  public init() { isApproximate = false }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    isApproximate = arguments.bool("approximate")
  }

  func value(at x: Float) -> Float { x * distribution(x) }

  func slope(at x: Float) -> Float {
    if !isApproximate {
      return distribution(x) + x * Self.density * ScalarMath.exp(-0.5 * (x * x))
    }
    let height = ScalarMath.tanh(Self.bent(x))
    let rise = Self.slopeOfTanh * (1 + 3 * Self.cubic * (x * x))
    return 0.5 * (1 + height) + 0.5 * x * (1 - height * height) * rise
  }

  private func distribution(_ x: Float) -> Float {
    0.5
      * (1 + (isApproximate ? ScalarMath.tanh(Self.bent(x)) : ScalarMath.erf(x * Self.rootOfHalf)))
  }

  /// √(2/π) (x + 0.044715 x³).
  private static func bent(_ x: Float) -> Float { slopeOfTanh * (x + cubic * (x * x * x)) }
}
