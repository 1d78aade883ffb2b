internal import Memory
internal import Tensors

/// Each pixel so many times as high and wide, with the nearest number or one between its neighbors'.
struct UpSampling2D: MappingLayer {
  static let signature = Signature.layer(
    "UpSampling2D",
    [
      Parameter("size", .pair(ValueRange(lower: 1, upper: 64)), default: .int(2)),
      Parameter(
        "interpolation", .choice(["nearest", "bilinear"]), default: .string("nearest"),
        keywordOnly: true),
    ])
  private let size: [Int]
  private let isBilinear: Bool

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    size = arguments.pair("size") ?? [2, 2]
    isBilinear = arguments.text("interpolation") == "bilinear"
  }

  /// Nearest pixels, so many of each row and column.
  init(size: [Int]) { (self.size, isBilinear) = (size, false) }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError("UpSampling2D", input: input, .wrongRank(expected: 3))
    }
    return [input[0] * size[0], input[1] * size[1], input[2]]
  }

  func imageMap(for input: Shape) -> any ImageMap {
    guard isBilinear else { return map(for: input) }
    return PixelTaps(resizing: input, height: input[0] * size[0], width: input[1] * size[1])
  }

  private func map(for input: Shape) -> IndexMap {
    var sources: [Int32] = []
    for y in 0..<input[0] * size[0] {
      for x in 0..<input[1] * size[1] {
        let pixel = y / size[0] * input[1] + x / size[1]
        for channel in 0..<input[2] { sources.append(Int32(pixel * input[2] + channel)) }
      }
    }
    return IndexMap(sources: sources)
  }
}

extension UpSampling2D: KerasLayer {
  static let keras = KerasFacts(
    "reshaping", config: "size data_format interpolation", isWrittenBuilt: true,
    hasChannelOrder: true)
}
