package import Tensors

/// Turns each input into a vector, row-major with channels last, as Keras does.
package struct Flatten: Layer {
  /// Keras' `Flatten`, without arguments of its own.
  package static let signature = Signature.layer("Flatten")

  /// Makes the layer, which has nothing to set.
  package init() {}

  /// Reads nothing: name and input shape belong to the model.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {}

  /// One axis, as long as the input has numbers.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape { [input.count] }

  /// The same numbers as `[batch, features]`; an empty batch has no features.
  package func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let batch = input.shape[0]
    let features = batch == 0 ? 0 : input.values.count / batch
    return LayerOutput(Tensor([batch, features], input.values))
  }

  /// The gradient in the input's shape.
  package func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    LayerGradients(input: Tensor(input.shape, gradient.values))
  }
}

extension Flatten: KerasLayer {
  /// A layer of `keras.src.layers.reshaping`; with channels first Keras would turn the axes.
  package static let keras = KerasFacts(
    "reshaping", config: "data_format", isWrittenBuilt: true, hasChannelOrder: true)
}
