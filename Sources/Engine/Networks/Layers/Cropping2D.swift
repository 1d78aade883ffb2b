internal import Tensors

/// Images without so many rows at the top and bottom and columns at the left and right.
struct Cropping2D: MovingLayer {
  static let signature = Signature.layer(
    "Cropping2D",
    [
      Parameter("cropping", .margins(ValueRange(lower: 0, upper: 1024)), default: .int(0))
    ])
  private let margins: Margins

  init(_ margins: Margins) { self.margins = margins }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    margins = arguments.margins("cropping")
  }

  /// - Throws: ``ShapeError`` also where no row or no column would be left.
  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError("Cropping2D", input: input, .wrongRank(expected: 3))
    }
    guard margins.rows < input[0] && margins.columns < input[1] else {
      let needed: Shape = [margins.rows + 1, margins.columns + 1]
      throw ShapeError("Cropping2D", input: input, .windowTooLarge(window: needed))
    }
    return [input[0] - margins.rows, input[1] - margins.columns, input[2]]
  }

  func map(for input: Shape) -> IndexMap {
    let (height, width, channels) = (input[0], input[1], input[2])
    var sources: [Int32] = []
    for y in margins.top..<height - margins.bottom {
      for x in margins.left..<width - margins.right {
        for channel in 0..<channels { sources.append(Int32((y * width + x) * channels + channel)) }
      }
    }
    return IndexMap(sources: sources)
  }
}

extension Cropping2D: KerasLayer {
  static let keras = KerasFacts(
    "reshaping", config: "cropping data_format", isWrittenBuilt: true, hasChannelOrder: true)
}
