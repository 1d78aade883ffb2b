public import Tensors

/// Says the shape of the inputs; computes nothing. Keras' `Input(shape=…)` is the same.
public struct InputLayer: Layer {
  public static let signature = Signature(
    "InputLayer",
    [
      Parameter("shape", .shape, aliases: ["input_shape"]),
      Parameter("name", .text, default: .some(.none), acceptsNone: true, keywordOnly: true),
    ])
  public static let aliases = ["Input"]
  public let shape: Shape

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    shape = arguments.shape("shape") ?? []
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    if input != shape {
      throw ShapeError("InputLayer", input: input, .differsFromInput(declared: shape))
    }
    return input
  }

  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    LayerOutput(input)
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    LayerGradients(input: gradient)
  }
}

extension InputLayer: KerasLayer {
  public static let keras = KerasFacts(
    "core", config: nil)
}
