internal import Tensors

/// The largest number of each channel over height and width; equal ones: the first.
struct GlobalMaxPooling2D: Layer {
  static let signature = Signature.layer("GlobalMaxPooling2D", GlobalPooling.parameters)
  static let aliases = ["GlobalMaxPool2D"]

  private let keepsAxes: Bool

  /// Reads `keepdims`.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    keepsAxes = arguments.bool("keepdims")
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError("GlobalMaxPooling2D", input: input, .wrongRank(expected: 3))
    }
    return GlobalPooling.shape(input[2], keepsAxes)
  }

  /// The place of each image's and channel's largest number.
  private func winners(_ input: Tensor) -> [Int] {
    let (channels, pixels) = (input.shape[3], input.shape[1] * input.shape[2])
    return (0..<input.shape[0] * channels).map { place in
      let start = place / channels * pixels * channels + place % channels
      var best = start
      for pixel in 1..<max(pixels, 1)
      where input.values[start + pixel * channels] > input.values[best] {
        best = start + pixel * channels
      }
      return best
    }
  }

  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let values = winners(input).map { input.values[$0] }
    return LayerOutput(
      GlobalPooling.kept(Tensor([input.shape[0], input.shape[3]], values), keepsAxes))
  }

  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    var result = Tensor(zeros: input.shape)
    for (place, winner) in winners(input).enumerated() {
      result.values[winner] = gradient.values[place]
    }
    return LayerGradients(input: result)
  }
}

extension GlobalMaxPooling2D: KerasLayer {
  static let keras = KerasFacts.globalPooling
}
