internal import Memory
internal import Tensors

/// Dropout that keeps the mean 0 and variance 1 of numbers that SELU made (Klambauer et al. 2017).
///
/// In training a share `rate` of the inputs becomes α′ = -1.7581; all are then scaled by
/// a = ((1 - rate) (1 + rate α′²))^-½ and moved by -a α′ rate.
struct AlphaDropout: NoiseLayer {
  static let signature = Signature.layer(
    "AlphaDropout", [Parameter("rate", .number(.rate), aliases: ["p"])])
  // The product of SELU's two constants: what SELU gives for numbers far below zero.
  private static let lowest: Float = -1.758_099_3
  let rate: Float
  var isRandom: Bool { rate > 0 }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    rate = arguments.float("rate")
  }

  var hasOffsets: Bool { true }

  func draw(
    _ factors: MutableElements<Float>, _ offsets: MutableElements<Float>, for shape: Shape,
    from source: NoiseSource
  ) {
    let lowest = Self.lowest
    let scale = 1 / ((1 - rate) * (1 + rate * lowest * lowest)).squareRoot()
    let offset = -scale * lowest * rate
    source.uniform(factors, shape)
    for index in factors.indices {
      let isDropped = factors[index] < rate
      factors[index] = isDropped ? 0 : scale
      offsets[index] = isDropped ? scale * lowest + offset : offset
    }
  }
}

extension AlphaDropout: KerasLayer {
  static let keras = KerasFacts(
    "regularization", config: "rate seed noise_shape", arguments: ["seed"])
}
