internal import Memory
internal import Tensors

/// In training, turns each image about its middle by a random share of a full turn.
struct RandomRotation: RandomWarpLayer {
  static let signature = Signature.layer(
    "RandomRotation",
    [Parameter("factor", .span(ValueRange(lower: -1, upper: 1)))] + WarpArguments.parameters
      + [WarpArguments.fillValue])
  private let turn: RandomSpan?
  private let filling: WarpArguments

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    turn = RandomSpan("factor", arguments)
    filling = WarpArguments(arguments)
  }

  var drawCount: Int { 1 }

  func warp(_ shape: Shape, by draws: Elements<Float>) -> PixelWarp {
    let share = Double(turn?.number(draws[0]) ?? 0)
    let (cosine, sine) = (
      Float(DoubleMath.cosine(turns: share)), Float(DoubleMath.sine(turns: share))
    )
    let (right, bottom) = (Float(shape[1] - 1), Float(shape[0] - 1))
    let across = (right - (cosine * right - sine * bottom)) / 2
    let down = (bottom - (sine * right + cosine * bottom)) / 2
    return filling.warp(shape, [cosine, -sine, across, sine, cosine, down])
  }
}

extension RandomRotation: KerasLayer {
  static let keras = KerasFacts(
    "preprocessing.image_preprocessing",
    config: "data_format factor fill_mode fill_value interpolation seed", hasChannelOrder: true,
    arguments: ["seed"])
}
