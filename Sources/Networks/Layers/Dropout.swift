public import Tensors

/// In training, sets a share `rate` of the inputs to zero and scales the others by 1 / (1 - rate).
///
/// The mask is a function of (seed, step, layer), never of the thread.
public struct Dropout: Layer {
  public static let signature = Signature.layer(
    "Dropout", [Parameter("rate", .number(.rate), aliases: ["p"])])
  public let rate: Float
  public var isRandom: Bool { rate > 0 }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    rate = arguments.float("rate")
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape { input }

  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    guard pass.isTraining && rate > 0 else { return LayerOutput(input) }
    let mask = mask(shape: input.shape, pass: pass)
    let values = zip(input.values, mask.values).map { $0 * $1 }
    return LayerOutput(Tensor(input.shape, values), saved: [mask])
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    guard let mask = output.saved.first else { return LayerGradients(input: gradient) }
    let values = zip(gradient.values, mask.values).map { $0 * $1 }
    return LayerGradients(input: Tensor(input.shape, values))
  }

  private func mask(shape: Shape, pass: LayerPass) -> Tensor {
    let stream = StreamName.dropout(step: pass.step, layer: pass.layerIndex)
    let numbers = RandomStream(seed: pass.seed, stream: stream).uniform(count: shape.count)
    let scale = 1 / (1 - rate)
    return Tensor(shape, numbers.map { $0 < rate ? 0 : scale })
  }
}
