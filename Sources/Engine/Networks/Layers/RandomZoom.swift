internal import Memory
internal import Tensors

/// In training, makes each image larger or smaller about its middle: a positive factor shows more than the image.
struct RandomZoom: RandomWarpLayer {
  static let signature = Signature.layer(
    "RandomZoom",
    [
      Parameter("height_factor", .span(ValueRange(lower: -1, upper: nil))),
      Parameter(
        "width_factor", .span(ValueRange(lower: -1, upper: nil)), default: .some(.none),
        acceptsNone: true),
    ] + WarpArguments.parameters + [WarpArguments.fillValue])
  private let height: RandomSpan?
  /// Nil for as much as the height.
  private let width: RandomSpan?
  private let filling: WarpArguments

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    height = RandomSpan("height_factor", arguments)
    width = RandomSpan("width_factor", arguments)
    filling = WarpArguments(arguments)
  }

  var drawCount: Int { 2 }

  func warp(_ shape: Shape, by draws: Elements<Float>) -> PixelWarp {
    let down = 1 + (height?.number(draws[0]) ?? 0)
    let across = width.map { 1 + $0.number(draws[1]) } ?? down
    return filling.warp(
      shape,
      [
        across, 0, Float(shape[1] - 1) / 2 * (1 - across), 0, down,
        Float(shape[0] - 1) / 2 * (1 - down),
      ])
  }
}

extension RandomZoom: KerasLayer {
  static let keras = KerasFacts(
    "preprocessing.image_preprocessing",
    config: "data_format height_factor width_factor fill_mode interpolation seed fill_value",
    hasChannelOrder: true, arguments: ["seed"])
}
