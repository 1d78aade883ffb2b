public import Tensors

/// A fully connected layer over the last axis: activation(x · kernel + bias).
///
/// Weights: `kernel` `[in, units]`, `bias` `[units]`. As in Keras, further axes are kept.
public struct Dense: Layer {
  public static let signature = Signature.layer(
    "Dense",
    [
      Parameter("units", .int(.count), aliases: ["output_dim"]),
      Parameter(
        "activation", .component(.activation), default: .some(.none), acceptsNone: true),
      Parameter("use_bias", .bool, default: .bool(true), aliases: ["bias"]),
      Parameter(
        "kernel_initializer", .component(.initializer), default: .string("glorot_uniform"),
        aliases: ["init"]),
      Parameter("bias_initializer", .component(.initializer), default: .string("zeros")),
    ] + RegularizerArguments.parameters)

  public let units: Int
  public let usesBias: Bool
  public let function: any ActivationFunction
  public let kernelInitializer: any Initializer
  public let biasInitializer: any Initializer
  public let kernelPenalty: WeightPenalty?
  public let biasPenalty: WeightPenalty?
  public var activation: (any ActivationFunction)? { function }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    units = arguments.int("units")
    usesBias = arguments.bool("use_bias")
    function = try arguments.activation("activation", keepsSums: true)
    kernelInitializer = try arguments.initializer("kernel_initializer")
    biasInitializer = try arguments.initializer("bias_initializer")
    kernelPenalty = try arguments.penalty("kernel_regularizer")
    biasPenalty = try arguments.penalty("bias_regularizer")
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank > 0 else { throw ShapeError("Dense", input: input, .wrongRank(expected: 1)) }
    return Shape(input.extents.dropLast() + [units])
  }

  public func weightSpecs(for input: Shape) -> [WeightSpec] {
    let kernel = Shape([input.extents.last ?? 0, units])
    let bias = usesBias ? [WeightSpec("bias", [units], biasInitializer, penalty: biasPenalty)] : []
    return [WeightSpec("kernel", kernel, kernelInitializer, penalty: kernelPenalty)] + bias
  }
}

extension Dense: KerasLayer {
  public static let keras = KerasFacts(
    "core",
    config:
      "units activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer kernel_constraint bias_constraint quantization_config",
    isWrittenBuilt: true, arguments: KerasFacts.ofKernels + ["input_dim"])
}
