public import Tensors

/// An activation as a layer of its own.
public struct Activation: Layer {
  public static let signature = Signature.layer(
    "Activation", [Parameter("activation", .component(.activation))])
  public let function: any ActivationFunction
  public var activation: (any ActivationFunction)? { function }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    function = try arguments.activation("activation", keepsSums: true)
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape { input }

  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    function.output(of: input, pass: pass)
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    LayerGradients(input: function.gradient(gradient, output: output, pass: pass))
  }
}

extension Activation: KerasLayer {
  public static let keras = KerasFacts(
    "activations", config: "activation")
}
