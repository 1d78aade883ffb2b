internal import Memory
internal import Tensors

/// In training, sets whole channels of an image to zero, a share `rate` of them, and scales the
/// others by 1 / (1 - rate) (Tompson et al. 2015).
struct SpatialDropout2D: NoiseLayer {
  static let signature = Signature.layer(
    "SpatialDropout2D", [Parameter("rate", .number(.rate), aliases: ["p"])])
  let rate: Float
  var isRandom: Bool { rate > 0 }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    rate = arguments.float("rate")
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError("SpatialDropout2D", input: input, .wrongRank(expected: 3))
    }
    return input
  }

  func draw(
    _ factors: MutableElements<Float>, _ offsets: MutableElements<Float>, for shape: Shape,
    from source: NoiseSource
  ) {
    let (channels, scale) = (shape[3], 1 / (1 - rate))
    let size = shape[1] * shape[2] * channels
    withSpareElements(of: Float.self, count: shape[0] * channels) { drawn in
      source.mask(drawn, [shape[0], channels], rate: rate, scale: scale)
      for start in stride(from: 0, to: factors.count, by: max(channels, 1)) {
        let image = start / max(size, 1)
        factors[start..<start + channels]
          .update(from: drawn[image * channels..<(image + 1) * channels])
      }
    }
  }
}

extension SpatialDropout2D: KerasLayer {
  static let keras = KerasFacts(
    "regularization", file: "spatial_dropout", config: "rate seed name dtype=float32 data_format",
    hasChannelOrder: true, arguments: ["seed"])
}
