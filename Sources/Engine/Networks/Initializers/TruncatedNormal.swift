internal import Tensors

/// Normal numbers, those drawn again that lie beyond two of the given standard deviations.
struct TruncatedNormal: Initializer {
  static let signature = Signature(
    "TruncatedNormal",
    [Parameter("mean", .number(.any), default: .double(0)), .deviation, .seed])
  static let aliases = ["truncated_normal"]
  let mean: Float
  /// The deviation before the cut.
  let deviation: Float
  private let seed: InitializerSeed

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    mean = arguments.float("mean")
    deviation = arguments.float("stddev")
    seed = InitializerSeed(arguments)
  }

  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    self.seed.stream(seed: seed, stream: stream)
      .truncatedNormal(count: shape.count, deviation: deviation).map { mean + $0 }
  }
}
