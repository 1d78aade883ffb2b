internal import Memory
internal import Tensors

/// In training, adds a random share of a range's width to all numbers of an image, within the range.
struct RandomBrightness: RandomImageLayer {
  static let signature = Signature.layer(
    "RandomBrightness",
    [
      Parameter("factor", .span(ValueRange(lower: -1, upper: 1))),
      Parameter("value_range", .span(.any), default: .list([.int(0), .int(255)])),
    ])
  private let span: RandomSpan?
  private let range: RandomSpan?

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    span = RandomSpan("factor", arguments)
    range = RandomSpan("value_range", arguments)
  }

  var drawCount: Int { 1 }

  private func offset(_ draw: Float) -> Float {
    (span?.number(draw) ?? 0) * (range.map { $0.upper - $0.lower } ?? 0)
  }

  func change(
    _ image: Elements<Float>, _ shape: Shape, by draws: Elements<Float>,
    to output: MutableElements<Float>
  ) {
    let offset = offset(draws[0])
    for index in output.indices {
      output[index] = range?.clamped(image[index] + offset) ?? image[index]
    }
  }

  func addGradient(
    _ slopes: Elements<Float>, of image: Elements<Float>, _ shape: Shape,
    by draws: Elements<Float>, to result: MutableElements<Float>
  ) {
    let offset = offset(draws[0])
    for index in result.indices where range?.contains(image[index] + offset) ?? true {
      result[index] += slopes[index]
    }
  }
}

extension RandomBrightness: KerasLayer {
  static let keras = KerasFacts(
    "preprocessing.image_preprocessing", config: "data_format factor value_range seed",
    hasChannelOrder: true, arguments: ["seed"])
}
