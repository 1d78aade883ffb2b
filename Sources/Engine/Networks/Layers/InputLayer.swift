package import Tensors

/// Says the shape of the inputs; computes nothing. Keras' `Input(shape=…)` is the same.
package struct InputLayer: Layer {
  package static let signature = Signature(
    "InputLayer",
    [
      Parameter("shape", .shape, aliases: ["input_shape"]),
      Parameter("name", .text, default: .some(.none), acceptsNone: true, keywordOnly: true),
    ])
  package static let aliases = ["Input"]
  package let shape: Shape

  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    shape = arguments.shape("shape") ?? []
  }

  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    if input != shape {
      throw ShapeError("InputLayer", input: input, .differsFromInput(declared: shape))
    }
    return input
  }

  package func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    LayerOutput(input)
  }

  package func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    LayerGradients(input: gradient)
  }
}

extension InputLayer: KerasLayer {
  package static let keras = KerasFacts(
    "core", config: nil)
}
