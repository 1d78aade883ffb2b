public import Tensors

/// What a layer's forward computation gives.
public struct LayerOutput: Sendable {
  public var output: Tensor
  /// What the backward computation needs beside input and output, in the layer's own order.
  public var saved: [Tensor] = []
  /// New values of weights that training moves without a gradient, by index of the weight.
  public var newState: [Int: Tensor] = [:]

  public init(_ output: Tensor, saved: [Tensor] = [], newState: [Int: Tensor] = [:]) {
    self.output = output
    self.saved = saved
    self.newState = newState
  }
}
