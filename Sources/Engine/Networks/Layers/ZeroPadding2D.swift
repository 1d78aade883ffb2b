internal import Tensors

/// Zeros around the height and width of images.
struct ZeroPadding2D: MovingLayer {
  static let signature = Signature.layer(
    "ZeroPadding2D",
    [Parameter("padding", .margins(ValueRange(lower: 0, upper: 1024)), default: .int(1))])
  private let margins: Margins

  init(_ margins: Margins) { self.margins = margins }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    margins = arguments.margins("padding")
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError("ZeroPadding2D", input: input, .wrongRank(expected: 3))
    }
    return [input[0] + margins.rows, input[1] + margins.columns, input[2]]
  }

  func map(for input: Shape) -> IndexMap {
    let (height, width, channels) = (input[0], input[1], input[2])
    var sources: [Int32] = []
    for y in -margins.top..<height + margins.bottom {
      for x in -margins.left..<width + margins.right {
        let isInside = (0..<height).contains(y) && (0..<width).contains(x)
        for channel in 0..<channels {
          sources.append(isInside ? Int32((y * width + x) * channels + channel) : -1)
        }
      }
    }
    return IndexMap(sources: sources)
  }
}

extension ZeroPadding2D: KerasLayer {
  static let keras = KerasFacts(
    "reshaping", config: "padding data_format", isWrittenBuilt: true, hasChannelOrder: true)
}
