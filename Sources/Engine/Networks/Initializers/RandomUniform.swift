internal import Tensors

/// Uniform numbers from `minval` to below `maxval`.
struct RandomUniform: Initializer {
  static let signature = Signature(
    "RandomUniform",
    [
      Parameter("minval", .number(.any), default: .double(-0.05)),
      Parameter("maxval", .number(.any), default: .double(0.05)), .seed,
    ])
  static let aliases = ["random_uniform", "uniform"]
  let range: Range<Float>
  private let seed: InitializerSeed

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    let (lower, upper) = (arguments.float("minval"), arguments.float("maxval"))
    guard lower <= upper else {
      throw arguments.error(
        "maxval",
        .outOfRange(
          got: arguments["maxval"] ?? .none, range: ValueRange(lower: Double(lower), upper: nil)))
    }
    range = lower..<upper
    seed = InitializerSeed(arguments)
  }

  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    self.seed.stream(seed: seed, stream: stream).uniform(count: shape.count, in: range)
  }
}
