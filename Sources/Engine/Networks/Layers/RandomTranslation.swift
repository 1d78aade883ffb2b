internal import Memory
internal import Tensors

/// In training, moves each image down and to the right by random shares of its height and width.
struct RandomTranslation: RandomWarpLayer {
  static let signature = Signature.layer(
    "RandomTranslation",
    [
      Parameter("height_factor", .span(ValueRange(lower: -1, upper: 1))),
      Parameter("width_factor", .span(ValueRange(lower: -1, upper: 1))),
    ] + WarpArguments.parameters + [WarpArguments.fillValue])
  private let height: RandomSpan?
  private let width: RandomSpan?
  private let filling: WarpArguments

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    height = RandomSpan("height_factor", arguments)
    width = RandomSpan("width_factor", arguments)
    filling = WarpArguments(arguments)
  }

  var drawCount: Int { 2 }

  func warp(_ shape: Shape, by draws: Elements<Float>) -> PixelWarp {
    let down = (height?.number(draws[0]) ?? 0) * Float(shape[0])
    let across = (width?.number(draws[1]) ?? 0) * Float(shape[1])
    return filling.warp(shape, [1, 0, -across, 0, 1, -down])
  }
}

extension RandomTranslation: KerasLayer {
  static let keras = KerasFacts(
    "preprocessing.image_preprocessing",
    config: "data_format height_factor width_factor fill_mode interpolation seed fill_value",
    hasChannelOrder: true, arguments: ["seed"])
}
