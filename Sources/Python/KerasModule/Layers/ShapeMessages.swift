internal import Networks
internal import Tensors

extension ShapeError {
  /// What Keras 3.15 says, where that is known; the engine's own words elsewhere.
  ///
  /// - Parameters:
  ///   - layer: the engine's layer that refused the input.
  ///   - name: the layer's name in the program.
  func kerasText(of layer: any Layer, named name: String) -> String {
    guard case .wrongRank(let expected) = problem else { return description }
    let isConvolution = Self.convolutions.contains(Swift.type(of: layer).signature.name)
    guard !isConvolution || input.rank < expected else { return description }
    return "Input 0 with name 'None' of layer '\(name)' is incompatible with the layer: expected "
      + "\(isConvolution ? "min_" : "")ndim=\(expected + 1), found ndim=\(input.rank + 1). "
      + "Full shape received: \(input.batched)"
  }

  /// Layers that take inputs of more axes as far as Keras' first look goes.
  private static let convolutions: Set<String> = [
    "Conv1D", "Conv2D", "Conv2DTranspose", "DepthwiseConv2D", "SeparableConv2D",
  ]
}
