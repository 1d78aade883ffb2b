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

  func noise(for shape: Shape, from source: NoiseSource) -> (factors: Tensor, offsets: Tensor?) {
    let deviation = (rate / (1 - rate)).squareRoot()
    let drawn = source.normal(shape, deviation: deviation)
    return (Tensor(shape, drawn.values.map { 1 + $0 }), nil)
  }
}
