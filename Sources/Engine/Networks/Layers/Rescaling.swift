internal import Tensors

/// x · scale + offset.
struct Rescaling: Layer {
  static let signature = Signature.layer(
    "Rescaling",
    [
      Parameter("scale", .number(.any)),
      Parameter("offset", .number(.any), default: .double(0)),
    ])
  let scale: Float
  let offset: Float

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    (scale, offset) = (arguments.float("scale"), arguments.float("offset"))
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape { input }

  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    LayerOutput(Tensor(input.shape, input.values.map { $0 * scale + offset }))
  }

  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    LayerGradients(input: Tensor(input.shape, gradient.values.map { $0 * scale }))
  }
}

extension Rescaling: KerasLayer {
  static let keras = KerasFacts(
    "preprocessing", config: "scale offset", isWrittenBuilt: true)
}
