public import Memory

/// f(x) = x / (1 + exp(-x)) (Hendrycks and Gimpel 2016; Ramachandran, Zoph and Le 2017 call it
/// swish).
public struct SiLU: SumActivation {
  public static let signature = Signature("SiLU")
  public static let aliases = ["silu", "swish"]

  public init() {}

  public func apply(_ values: MutableElements<Float>, rowLength: Int) {
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
