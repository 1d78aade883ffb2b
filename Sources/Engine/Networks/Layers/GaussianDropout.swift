internal import Memory
internal import Tensors

/// In training, multiplies with numbers of the normal distribution with mean 1 and variance
/// rate / (1 - rate) (Srivastava et al. 2014).
struct GaussianDropout: NoiseLayer {
  static let signature = Signature.layer(
    "GaussianDropout", [Parameter("rate", .number(.rate), aliases: ["p"])])
  let rate: Float
  var isRandom: Bool { rate > 0 }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    rate = arguments.float("rate")
  }

  func draw(
    _ factors: MutableElements<Float>, _ offsets: MutableElements<Float>, for shape: Shape,
    from source: NoiseSource
  ) {
    let deviation = (rate / (1 - rate)).squareRoot()
    source.normal(factors, shape, deviation: deviation)
    for index in factors.indices { factors[index] += 1 }
  }
}

extension GaussianDropout: KerasLayer {
  static let keras = KerasFacts(
    "regularization", config: "rate seed", arguments: ["seed"])
}
