public import Tensors

/// Zeros around the height and width of images.
public struct ZeroPadding2D: MovingLayer {
  public static let signature = Signature.layer(
    "ZeroPadding2D",
    [Parameter("padding", .pair(ValueRange(lower: 0, upper: 1024)), default: .int(1))])
  private let padding: [Int]

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    padding = arguments.pair("padding") ?? [1, 1]
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError("ZeroPadding2D", input: input, .wrongRank(expected: 3))
    }
    return [input[0] + 2 * padding[0], input[1] + 2 * padding[1], input[2]]
  }

  func map(for input: Shape) -> IndexMap {
    let (height, width, channels) = (input[0], input[1], input[2])
    var sources: [Int32] = []
    for y in -padding[0]..<height + padding[0] {
      for x in -padding[1]..<width + padding[1] {
        let isInside = (0..<height).contains(y) && (0..<width).contains(x)
        for channel in 0..<channels {
          sources.append(isInside ? Int32((y * width + x) * channels + channel) : -1)
        }
      }
    }
    return IndexMap(sources: sources)
  }
}
