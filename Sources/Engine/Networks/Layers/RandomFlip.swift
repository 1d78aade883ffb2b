internal import Memory
internal import Tensors

/// In training, mirrors each image with a chance of one half: left and right, top and bottom, or both ways on
/// their own.
struct RandomFlip: RandomWarpLayer {
  static let signature = Signature.layer(
    "RandomFlip",
    [
      Parameter(
        "mode", .choice(["horizontal", "vertical", "horizontal_and_vertical"]),
        default: .string("horizontal_and_vertical"))
    ])
  private let mode: String

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    mode = arguments.text("mode") ?? ""
  }

  var drawCount: Int { 2 }

  func warp(_ shape: Shape, by draws: Elements<Float>) -> PixelWarp {
    let (last, bottom) = (Float(shape[1] - 1), Float(shape[0] - 1))
    let across = mode.hasPrefix("horizontal") && draws[0] < 0.5
    let down = mode.hasSuffix("vertical") && draws[1] < 0.5
    return PixelWarp(
      shape,
      matrix: [across ? -1 : 1, 0, across ? last : 0, 0, down ? -1 : 1, down ? bottom : 0])
  }
}

extension RandomFlip: KerasLayer {
  static let keras = KerasFacts(
    "preprocessing.image_preprocessing", config: "data_format seed mode", hasChannelOrder: true,
    arguments: ["seed"])
}
