internal import Tensors

/// The middle of each image.
struct CenterCrop: MovingLayer {
  static let signature = Signature.layer(
    "CenterCrop", [Parameter("height", .int(.count)), Parameter("width", .int(.count))])
  private let height: Int
  private let width: Int

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    (height, width) = (arguments.int("height"), arguments.int("width"))
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError("CenterCrop", input: input, .wrongRank(expected: 3))
    }
    guard input[0] >= height, input[1] >= width else {
      throw ShapeError("CenterCrop", input: input, .windowTooLarge(window: [height, width]))
    }
    return [height, width, input[2]]
  }

  func map(for input: Shape) -> IndexMap {
    IndexMap(
      window: input, top: (input[0] - height) / 2, left: (input[1] - width) / 2, height: height,
      width: width)
  }
}

extension CenterCrop: KerasLayer {
  static let keras = KerasFacts(
    "preprocessing.image_preprocessing", config: "data_format height width",
    hasChannelOrder: true)
}
