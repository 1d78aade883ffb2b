internal import Memory
internal import Tensors

/// A random layer that moves the pixels of each image.
protocol RandomWarpLayer: RandomImageLayer {
  /// How an image's pixels move.
  func warp(_ shape: Shape, by draws: Elements<Float>) -> PixelWarp
}

extension RandomWarpLayer {
  func change(
    _ image: Elements<Float>, _ shape: Shape, by draws: Elements<Float>,
    to output: MutableElements<Float>
  ) { warp(shape, by: draws).forward(image, to: output) }

  func addGradient(
    _ slopes: Elements<Float>, of image: Elements<Float>, _ shape: Shape,
    by draws: Elements<Float>, to result: MutableElements<Float>
  ) { warp(shape, by: draws).backward(slopes, to: result) }
}

/// What all layers take that move pixels: what lies beyond the edges, and between pixels.
struct WarpArguments: Sendable {
  static let parameters = [
    Parameter(
      "fill_mode", .choice(PixelWarp.Fill.allCases.map(\.rawValue)), default: .string("reflect")),
    Parameter("interpolation", .choice(["bilinear", "nearest"]), default: .string("bilinear")),
  ]
  static let fillValue = Parameter(
    "fill_value", .number(.any), default: .double(0), keywordOnly: true)

  private let fill: PixelWarp.Fill
  private let fillValue: Float
  private let isNearest: Bool

  init(_ arguments: BoundArguments) {
    fill = arguments.text("fill_mode").flatMap { PixelWarp.Fill(rawValue: $0) } ?? .reflect
    fillValue = arguments.float("fill_value")
    isNearest = arguments.text("interpolation") == "nearest"
  }

  func warp(_ shape: Shape, _ matrix: [Float]) -> PixelWarp {
    PixelWarp(shape, matrix: matrix, fill: fill, fillValue: fillValue, isNearest: isNearest)
  }
}

/// The numbers between which a random one lies: `0.2` for -0.2 and 0.2, or two of them.
struct RandomSpan: Sendable {
  let lower: Float
  let upper: Float

  /// - Returns: nil where nothing was given.
  init?(_ name: String, _ arguments: BoundArguments) {
    guard let bounds = arguments[name]?.span else { return nil }
    (lower, upper) = (Float(bounds[0]), Float(bounds[1]))
  }

  /// The nearest number that lies in the span.
  func clamped(_ number: Float) -> Float { min(max(number, lower), upper) }

  func contains(_ number: Float) -> Bool { number >= lower && number <= upper }

  /// The number that one in `[0, 1)` stands for.
  func number(_ draw: Float) -> Float { lower + (upper - lower) * draw }
}
