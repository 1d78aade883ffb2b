internal import Memory
internal import Tensors

/// In training, adds numbers of the normal distribution with mean 0 and deviation `stddev`.
struct GaussianNoise: NoiseLayer {
  static let signature = Signature.layer(
    "GaussianNoise", [Parameter("stddev", .number(.nonNegative), aliases: ["sigma"])])
  let deviation: Float
  var isRandom: Bool { deviation > 0 }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    deviation = arguments.float("stddev")
  }

  var hasOffsets: Bool { true }

  func draw(
    _ factors: MutableElements<Float>, _ offsets: MutableElements<Float>, for shape: Shape,
    from source: NoiseSource
  ) {
    factors.update(repeating: 1)
    source.normal(offsets, shape, deviation: deviation)
  }
}

extension GaussianNoise: KerasLayer {
  static let keras = KerasFacts(
    "regularization", config: "stddev seed", arguments: ["seed"])
}
