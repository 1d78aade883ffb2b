internal import Memory

/// f(x) = x Φ(x) with the normal distribution's Φ, or its approximation by tanh (Hendrycks and
/// Gimpel 2016).
struct GELU: SumActivation {
  static let signature = Signature(
    "GELU", [Parameter("approximate", .bool, default: .bool(false))])
  static let aliases = ["gelu"]
  let isApproximate: Bool
  /// √(1/2), √(2/π) and 1/√(2π).
  private static let rootOfHalf: Float = 0.707_106_77
  private static let slopeOfTanh: Float = 0.797_884_6
  private static let density: Float = 0.398_942_3
  private static let cubic: Float = 0.044_715

  init() { isApproximate = false }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    isApproximate = arguments.bool("approximate")
  }

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values, score) { 0.5 * $0 * (1 + $1) }
  }

  func applyGradient(
    _ gradient: MutableElements<Float>, sums: Elements<Float>
  ) {
    BlockMath.forEach(sums, score) { gradient[$0] *= slope(at: $1, score: $2) }
  }

  /// 2 Φ(x) - 1, which is erf(x / √2), or tanh(√(2/π) (x + 0.044715 x³)) in its place.
  private func score(_ values: MutableElements<Float>) {
    for index in values.indices {
      let x = values[index]
      values[index] =
        isApproximate ? Self.slopeOfTanh * (x + Self.cubic * (x * x * x)) : x * Self.rootOfHalf
    }
    if isApproximate { BlockMath.tanh(values) } else { BlockMath.erf(values) }
  }

  private func slope(at x: Float, score: Float) -> Float {
    if isApproximate {
      let rise = Self.slopeOfTanh * (1 + 3 * Self.cubic * (x * x))
      return 0.5 * (1 + score) + 0.5 * x * (1 - score * score) * rise
    }
    return 0.5 * (1 + score) + x * Self.density * ScalarMath.exp(-0.5 * (x * x))
  }
}
