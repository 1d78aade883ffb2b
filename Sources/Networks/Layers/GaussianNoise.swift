internal import Tensors

/// In training, adds numbers of the normal distribution with mean 0 and deviation `stddev`.
public struct GaussianNoise: NoiseLayer {
  public static let signature = Signature.layer(
    "GaussianNoise", [Parameter("stddev", .number(.nonNegative), aliases: ["sigma"])])
  public let deviation: Float
  public var isRandom: Bool { deviation > 0 }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    deviation = arguments.float("stddev")
  }

  func noise(for shape: Shape, from source: NoiseSource) -> (factors: Tensor, offsets: Tensor?) {
    let ones = Tensor(shape, [Float](repeating: 1, count: shape.count))
    return (ones, source.normal(shape, deviation: deviation))
  }
}
