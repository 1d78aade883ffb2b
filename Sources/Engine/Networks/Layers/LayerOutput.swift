public import Tensors

/// What a layer's forward computation gives.
public struct LayerOutput: Sendable {
  /// The output, batch first, in the shape that the layer's rule gives.
  public var output: Tensor
  /// What the backward computation needs beside input and output, in the layer's own order.
  public var saved: [Tensor] = []
  /// New values of weights that training moves without a gradient, by index of the weight.
  public var newState: [Int: Tensor] = [:]

  /// An output, by default with nothing to save.
  public init(_ output: Tensor, saved: [Tensor] = [], newState: [Int: Tensor] = [:]) {
    self.output = output
    self.saved = saved
    self.newState = newState
  }
}
