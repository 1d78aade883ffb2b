package import Tensors

/// A fully connected layer over the last axis: activation(x · kernel + bias).
///
/// Weights: `kernel` `[in, units]`, `bias` `[units]`. As in Keras, further axes are kept.
package struct Dense: Layer {
  package static let signature = Signature.layer(
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

  package let units: Int
  package let usesBias: Bool
  package let function: any ActivationFunction
  package let kernelInitializer: any Initializer
  package let biasInitializer: any Initializer
  package let kernelPenalty: WeightPenalty?
  package let biasPenalty: WeightPenalty?
  package var activation: (any ActivationFunction)? { function }

  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    units = arguments.int("units")
    usesBias = arguments.bool("use_bias")
    function = try arguments.activation("activation", keepsSums: true)
    kernelInitializer = try arguments.initializer("kernel_initializer")
    biasInitializer = try arguments.initializer("bias_initializer")
    kernelPenalty = try arguments.penalty("kernel_regularizer")
    biasPenalty = try arguments.penalty("bias_regularizer")
  }

  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank > 0 else { throw ShapeError("Dense", input: input, .wrongRank(expected: 1)) }
    return Shape(input.extents.dropLast() + [units])
  }

  package func weightSpecs(for input: Shape) -> [WeightSpec] {
    let kernel = Shape([input.extents.last ?? 0, units])
    let bias = usesBias ? [WeightSpec("bias", [units], biasInitializer, penalty: biasPenalty)] : []
    return [WeightSpec("kernel", kernel, kernelInitializer, penalty: kernelPenalty)] + bias
  }
}

extension Dense: KerasLayer {
  package static let keras = KerasFacts(
    "core",
    config:
      "units activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer kernel_constraint bias_constraint quantization_config",
    isWrittenBuilt: true, arguments: KerasFacts.ofKernels + ["input_dim"])
}
