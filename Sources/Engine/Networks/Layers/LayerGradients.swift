public import Tensors

/// What a layer's backward computation gives.
public struct LayerGradients: Sendable {
  /// The gradient of the input, in its shape; nil where it wasn't wanted.
  public var input: Tensor?
  /// The gradient of each weight, in the order of the specs; nil for untrainable weights.
  public var weights: [Tensor?]

  /// Gradients of a layer; without weights by default.
  public init(input: Tensor?, weights: [Tensor?] = []) {
    self.input = input
    self.weights = weights
  }
}
