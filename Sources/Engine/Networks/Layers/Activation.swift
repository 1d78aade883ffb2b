package import Tensors

/// An activation as a layer of its own.
package struct Activation: Layer {
  package static let signature = Signature.layer(
    "Activation", [Parameter("activation", .component(.activation))])
  package let function: any ActivationFunction
  package var activation: (any ActivationFunction)? { function }

  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    function = try arguments.activation("activation", keepsSums: true)
  }

  package func outputShape(for input: Shape) throws(ShapeError) -> Shape { input }

  package func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    function.output(of: input, pass: pass)
  }

  package func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    LayerGradients(input: function.gradient(gradient, output: output, pass: pass))
  }
}

extension Activation: KerasLayer {
  package static let keras = KerasFacts(
    "activations", config: "activation")
}
