package import Tensors

/// An activation as a layer of its own.
package struct Activation: Layer {
  /// Keras' `Activation`, whose one argument names the function.
  package static let signature = Signature.layer(
    "Activation", [Parameter("activation", .component(.activation))])
  /// What is applied to the inputs.
  package let function: any ActivationFunction
  /// The function itself, so that a loss that takes logits can leave the layer out.
  package var activation: (any ActivationFunction)? { function }
  /// Whether the function is linear.
  package func returnsInput(training: Bool) -> Bool { function is Linear }

  /// - Throws: ``ArgumentError`` where the function itself can't be made.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    function = try arguments.activation("activation", keepsSums: true)
  }

  /// The input's shape; softmax and its kin go along the last axis.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape { input }

  /// Keeps the inputs where the function's gradient reads them.
  package func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    function.output(of: input, pass: pass)
  }

  /// The gradient through the function; there are no weights.
  package func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    LayerGradients(input: function.gradient(gradient, output: output, pass: pass))
  }
}

extension Activation: KerasLayer {
  /// A layer of `keras.src.layers.activations`, whose configuration has the function's name.
  package static let keras = KerasFacts(
    "activations", config: "activation")
}
