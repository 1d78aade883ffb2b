internal import Memory

/// f(x) = x above 0 and α (exp(x) - 1) below (Clevert, Unterthiner and Hochreiter 2016).
struct ExponentialLinear: PointwiseActivation {
  static let signature = Signature(
    "ELU", [Parameter("alpha", .number(.nonNegative), default: .double(1))])
  static let aliases = ["elu"]
  let alpha: Float

  init() { alpha = 1 }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    alpha = arguments.float("alpha")
  }

  func slope(atValue y: Float) -> Float { y > 0 ? 1 : y + alpha }

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values, BlockMath.expMinusOne) { $0 > 0 ? $0 : alpha * $1 }
  }
}
