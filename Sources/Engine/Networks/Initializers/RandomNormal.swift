internal import Tensors

/// Normal numbers.
struct RandomNormal: Initializer {
  static let signature = Signature(
    "RandomNormal", [Parameter("mean", .number(.any), default: .double(0)), .deviation, .seed])
  static let aliases = ["random_normal", "normal"]
  let mean: Float
  let deviation: Float
  private let seed: InitializerSeed

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    mean = arguments.float("mean")
    deviation = arguments.float("stddev")
    seed = InitializerSeed(arguments)
  }

  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    self.seed.stream(seed: seed, stream: stream)
      .normal(count: shape.count, deviation: deviation).map { mean + $0 }
  }
}
