public import Tensors

/// Normal numbers.
public struct RandomNormal: Initializer {
  public static let signature = Signature(
    "RandomNormal", [Parameter("mean", .number(.any), default: .double(0)), .deviation, .seed])
  public static let aliases = ["random_normal", "normal"]
  public let mean: Float
  public let deviation: Float
  private let seed: InitializerSeed

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    mean = arguments.float("mean")
    deviation = arguments.float("stddev")
    seed = InitializerSeed(arguments)
  }

  public func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    self.seed.stream(seed: seed, stream: stream)
      .normal(count: shape.count, deviation: deviation).map { mean + $0 }
  }
}
