internal import Memory
internal import Tensors

/// In training, multiplies with numbers of the normal distribution with mean 1 and variance
/// rate / (1 - rate) (Srivastava et al. 2014).
public struct GaussianDropout: NoiseLayer {
  public static let signature = Signature.layer(
    "GaussianDropout", [Parameter("rate", .number(.rate), aliases: ["p"])])
  public let rate: Float
  public var isRandom: Bool { rate > 0 }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
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
  public static let keras = KerasFacts(
    "regularization", config: "rate seed", arguments: ["seed"])
}
