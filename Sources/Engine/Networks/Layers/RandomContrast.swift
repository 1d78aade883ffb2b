internal import Memory
internal import Tensors

/// In training, stretches the numbers of each channel away from their mean, or towards it, by a random factor,
/// within a range.
struct RandomContrast: RandomImageLayer {
  static let signature = Signature.layer(
    "RandomContrast",
    [
      Parameter("factor", .span(ValueRange(lower: 0, upper: 1))),
      Parameter("value_range", .span(.any), default: .list([.int(0), .int(255)])),
    ])
  private let span: RandomSpan?
  private let range: RandomSpan?

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    span = RandomSpan("factor", arguments)
    range = RandomSpan("value_range", arguments)
  }

  var drawCount: Int { 1 }

  /// From 1 - lower to 1 + upper; a single factor has a lower one of 0.
  private func factor(_ draw: Float) -> Float {
    guard let span else { return 1 }
    let lower = 1 - max(span.lower, 0)
    return lower + (1 + span.upper - lower) * draw
  }

  func change(
    _ image: Elements<Float>, _ shape: Shape, by draws: Elements<Float>,
    to output: MutableElements<Float>
  ) {
    let (factor, channels) = (factor(draws[0]), shape[2])
    let means = Self.means(image, channels)
    for index in output.indices {
      output[index] = stretched(image[index], means[index % channels], factor)
    }
  }

  func addGradient(
    _ slopes: Elements<Float>, of image: Elements<Float>, _ shape: Shape,
    by draws: Elements<Float>, to result: MutableElements<Float>
  ) {
    let (factor, channels) = (factor(draws[0]), shape[2])
    let means = Self.means(image, channels)
    var sums = [Float](repeating: 0, count: channels)
    for index in result.indices where isWithin(image[index], means[index % channels], factor) {
      sums[index % channels] += slopes[index]
      result[index] += slopes[index] * factor
    }
    let share = (1 - factor) / Float(shape[0] * shape[1])
    for index in result.indices { result[index] += sums[index % channels] * share }
  }

  private func stretched(_ number: Float, _ mean: Float, _ factor: Float) -> Float {
    range?.clamped((number - mean) * factor + mean) ?? number
  }

  private func isWithin(_ number: Float, _ mean: Float, _ factor: Float) -> Bool {
    range?.contains((number - mean) * factor + mean) ?? true
  }

  /// Of each channel, in the order of the pixels.
  private static func means(_ image: Elements<Float>, _ channels: Int) -> [Float] {
    var sums = [Float](repeating: 0, count: channels)
    for index in image.indices { sums[index % channels] += image[index] }
    return sums.map { $0 / Float(image.count / max(channels, 1)) }
  }
}

extension RandomContrast: KerasLayer {
  static let keras = KerasFacts(
    "preprocessing.image_preprocessing", config: "data_format factor value_range seed",
    hasChannelOrder: true, arguments: ["seed"])
}
