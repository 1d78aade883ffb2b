internal import Tensors

/// Images of a height and a width, with pixels between their neighbors' or the nearest ones.
struct Resizing: MappingLayer {
  static let signature = Signature.layer(
    "Resizing",
    [
      Parameter("height", .int(.count)), Parameter("width", .int(.count)),
      Parameter("interpolation", .choice(["bilinear", "nearest"]), default: .string("bilinear")),
    ])
  private let height: Int
  private let width: Int
  private let isNearest: Bool

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    (height, width) = (arguments.int("height"), arguments.int("width"))
    isNearest = arguments.text("interpolation") == "nearest"
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError("Resizing", input: input, .wrongRank(expected: 3))
    }
    return [height, width, input[2]]
  }

  func imageMap(for input: Shape) -> any ImageMap {
    guard isNearest else { return PixelTaps(resizing: input, height: height, width: width) }
    var sources: [Int32] = []
    for y in 0..<height {
      for x in 0..<width {
        let row = Self.nearest(y, of: height, in: input[0])
        let pixel = row * input[1] + Self.nearest(x, of: width, in: input[1])
        for channel in 0..<input[2] { sources.append(Int32(pixel * input[2] + channel)) }
      }
    }
    return IndexMap(sources: sources)
  }

  /// The pixel whose middle is nearest, of an axis made so many more or fewer.
  private static func nearest(_ place: Int, of output: Int, in input: Int) -> Int {
    let middle = (Float(place) + 0.5) * (Float(input) / Float(output))
    return min(Int(middle), input - 1)
  }
}

extension Resizing: KerasLayer {
  static let keras = KerasFacts(
    "preprocessing.image_preprocessing",
    config:
      "data_format height width interpolation crop_to_aspect_ratio=False pad_to_aspect_ratio=False fill_mode=constant fill_value=0.0 antialias=False",
    hasChannelOrder: true)
}
