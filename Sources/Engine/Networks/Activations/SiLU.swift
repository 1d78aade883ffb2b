internal import Memory

/// f(x) = x / (1 + exp(-x)) (Hendrycks and Gimpel 2016; Ramachandran, Zoph and Le 2017 call it
/// swish).
struct SiLU: SumActivation {
  static let signature = Signature("SiLU")
  static let aliases = ["silu", "swish"]

  init() {}

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values, BlockMath.sigmoid) { $0 * $1 }
  }

  func applyGradient(
    _ gradient: MutableElements<Float>, sums: Elements<Float>
  ) {
    BlockMath.forEach(sums, BlockMath.sigmoid) { index, x, gate in
      gradient[index] *= gate * (1 + x * (1 - gate))
    }
  }
}
