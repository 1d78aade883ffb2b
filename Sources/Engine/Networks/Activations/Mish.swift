internal import Memory

/// f(x) = x tanh(log(1 + exp(x))) (Misra 2019).
struct Mish: SumActivation {
  static let signature = Signature("Mish")
  static let aliases = ["mish"]

  init() {}

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values, Self.gate) { $0 * $1 }
  }

  func applyGradient(
    _ gradient: MutableElements<Float>, sums: Elements<Float>
  ) {
    BlockMath.forEach(sums, Self.gate) { index, x, gate in
      gradient[index] *= gate + x * (1 - gate * gate) * ScalarMath.sigmoid(x)
    }
  }

  /// tanh(log(1 + exp(x))).
  private static func gate(_ values: MutableElements<Float>) {
    BlockMath.softplus(values)
    BlockMath.tanh(values)
  }
}
