package import Tensors

/// Says the shape of the inputs; computes nothing. Keras' `Input(shape=…)` is the same.
package struct InputLayer: Layer {
  /// Keras' `InputLayer`, whose shape has no batch axis.
  package static let signature = Signature(
    "InputLayer",
    [
      Parameter("shape", .shape, aliases: ["input_shape"]),
      Parameter("name", .text, default: .some(.none), acceptsNone: true, keywordOnly: true),
    ])
  /// The function by which Keras' functional models begin.
  package static let aliases = ["Input"]
  /// The shape of one input, without the batch axis.
  package let shape: Shape

  /// Reads the shape, which the signature has checked.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    shape = arguments.shape("shape") ?? []
  }

  /// The shape itself.
  ///
  /// - Throws: ``ShapeError`` where another one comes in.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    if input != shape {
      throw ShapeError("InputLayer", input: input, .differsFromInput(declared: shape))
    }
    return input
  }

  /// Hands the input on.
  package func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    LayerOutput(input)
  }

  /// Hands the gradient on.
  package func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    LayerGradients(input: gradient)
  }
}

extension InputLayer: KerasLayer {
  /// A layer of `keras.src.layers.core`, without a configuration of its own.
  package static let keras = KerasFacts(
    "core", config: nil)
}
