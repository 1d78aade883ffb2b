internal import Memory

/// f(x) = x min(max(x + 3, 0), 6) / 6 (Howard et al. 2019).
struct HardSiLU: SumActivation {
  static let signature = Signature("HardSiLU")
  static let aliases = ["hard_silu", "hard_swish"]

  init() {}

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values) { $0 * HardSigmoid.value(at: $0) }
  }

  func applyGradient(
    _ gradient: MutableElements<Float>, sums: Elements<Float>
  ) {
    for index in gradient.indices {
      let gate = HardSigmoid.value(at: sums[index])
      gradient[index] *= gate + sums[index] * HardSigmoid.slope(atValue: gate)
    }
  }
}
