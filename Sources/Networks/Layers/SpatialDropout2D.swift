public import Tensors

/// In training, sets whole channels of an image to zero, a share `rate` of them, and scales the
/// others by 1 / (1 - rate) (Tompson et al. 2015).
public struct SpatialDropout2D: NoiseLayer {
  public static let signature = Signature.layer(
    "SpatialDropout2D", [Parameter("rate", .number(.rate), aliases: ["p"])])
  public let rate: Float
  public var isRandom: Bool { rate > 0 }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    rate = arguments.float("rate")
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError("SpatialDropout2D", input: input, .wrongRank(expected: 3))
    }
    return input
  }

  func noise(for shape: Shape, from source: NoiseSource) -> (factors: Tensor, offsets: Tensor?) {
    let (channels, scale) = (shape[3], 1 / (1 - rate))
    let drawn = source.uniform([shape[0], channels]).values.map { $0 < rate ? 0 : scale }
    let size = shape[1] * shape[2] * channels
    let factors = (0..<shape.count).map { drawn[$0 / size * channels + $0 % channels] }
    return (Tensor(shape, factors), nil)
  }
}
