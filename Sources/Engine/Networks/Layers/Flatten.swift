public import Tensors

/// Turns each input into a vector, row-major with channels last, as Keras does.
public struct Flatten: Layer {
  public static let signature = Signature.layer("Flatten")

  public init() {}

  public init(_ arguments: BoundArguments) throws(ArgumentError) {}

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape { [input.count] }

  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let batch = input.shape[0]
    let features = batch == 0 ? 0 : input.values.count / batch
    return LayerOutput(Tensor([batch, features], input.values))
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    LayerGradients(input: Tensor(input.shape, gradient.values))
  }
}

extension Flatten: KerasLayer {
  public static let keras = KerasFacts(
    "reshaping", config: "data_format", isWrittenBuilt: true, hasChannelOrder: true)
}
