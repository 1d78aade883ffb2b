internal import Tensors

/// The mean of each channel over height and width: `[height, width, channels]` to `[channels]`.
struct GlobalAveragePooling2D: Layer {
  /// Keras' `GlobalAveragePooling2D` with `keepdims`.
  static let signature = Signature.layer("GlobalAveragePooling2D", GlobalPooling.parameters)
  /// Keras' shorter name of the class.
  static let aliases = ["GlobalAvgPool2D"]

  private let keepsAxes: Bool

  /// Reads `keepdims`.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    keepsAxes = arguments.bool("keepdims")
  }

  /// `[channels]`, or `[1, 1, channels]` where axes are kept; the input must be `[height, width,
  /// channels]`.
  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError("GlobalAveragePooling2D", input: input, .wrongRank(expected: 3))
    }
    return GlobalPooling.shape(input[2], keepsAxes)
  }

  /// Sums each channel pixel by pixel, then divides by the number of pixels.
  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let channels = input.shape[3]
    let pixels = input.shape[1] * input.shape[2]
    var result = Tensor(zeros: [input.shape[0], channels])
    for image in 0..<input.shape[0] {
      for pixel in 0..<pixels {
        for channel in 0..<channels {
          result.values[image * channels + channel] +=
            input.values[(image * pixels + pixel) * channels + channel]
        }
      }
      for channel in 0..<channels { result.values[image * channels + channel] /= Float(pixels) }
    }
    return LayerOutput(GlobalPooling.kept(result, keepsAxes))
  }

  /// Gives each pixel the same part of its channel's gradient.
  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let channels = input.shape[3]
    let pixels = input.shape[1] * input.shape[2]
    var result = Tensor(zeros: input.shape)
    for index in result.values.indices {
      let image = index / (pixels * channels)
      let slope = gradient.values[image * channels + index % channels]
      result.values[index] = slope / Float(pixels)
    }
    return LayerGradients(input: result)
  }
}

extension GlobalAveragePooling2D: KerasLayer {
  /// A pooling of `keras.src.layers.pooling`, of which channels come last here.
  static let keras = KerasFacts.globalPooling
}
