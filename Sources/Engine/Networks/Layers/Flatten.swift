package import Tensors

/// Turns each input into a vector, row-major with channels last, as Keras does.
package struct Flatten: Layer {
  package static let signature = Signature.layer("Flatten")

  package init() {}

  package init(_ arguments: BoundArguments) throws(ArgumentError) {}

  package func outputShape(for input: Shape) throws(ShapeError) -> Shape { [input.count] }

  package func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let batch = input.shape[0]
    let features = batch == 0 ? 0 : input.values.count / batch
    return LayerOutput(Tensor([batch, features], input.values))
  }

  package func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    LayerGradients(input: Tensor(input.shape, gradient.values))
  }
}

extension Flatten: KerasLayer {
  package static let keras = KerasFacts(
    "reshaping", config: "data_format", isWrittenBuilt: true, hasChannelOrder: true)
}
