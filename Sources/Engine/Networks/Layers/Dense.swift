package import Tensors

/// A fully connected layer over the last axis: activation(x · kernel + bias).
///
/// Weights: `kernel` `[in, units]`, `bias` `[units]`. As in Keras, further axes are kept.
package struct Dense: Layer {
  /// Keras' `Dense` with Keras 1's names as well.
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
    ] + RegularizerArguments.parameters + ConstraintArguments.parameters)

  /// The extent of the output's last axis.
  let units: Int
  /// Whether there is a bias for each unit.
  let usesBias: Bool
  /// What is applied to the sums; linear where `activation` is `None`.
  let function: any ActivationFunction
  /// How the kernel begins.
  let kernelInitializer: any Initializer
  /// How the bias begins, where there is one.
  let biasInitializer: any Initializer
  /// What training adds to the loss for a large kernel; nil for nothing.
  let kernelPenalty: WeightPenalty?
  /// What training adds to the loss for a large bias; nil for nothing.
  let biasPenalty: WeightPenalty?
  /// What the kernel is held to; nil for nothing.
  let kernelConstraint: (any Constraint)?
  /// What the bias is held to; nil for nothing.
  let biasConstraint: (any Constraint)?
  /// The function at the layer's end, which a loss that takes logits can leave out.
  package var activation: (any ActivationFunction)? { function }

  /// - Throws: ``ArgumentError`` where the activation, an initializer or a regularizer can't be
  ///   made.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    units = arguments.int("units")
    usesBias = arguments.bool("use_bias")
    function = try arguments.activation("activation", keepsSums: true)
    kernelInitializer = try arguments.initializer("kernel_initializer")
    biasInitializer = try arguments.initializer("bias_initializer")
    kernelPenalty = try arguments.penalty("kernel_regularizer")
    biasPenalty = try arguments.penalty("bias_regularizer")
    kernelConstraint = try arguments.constraint("kernel_constraint")
    biasConstraint = try arguments.constraint("bias_constraint")
  }

  /// The input's shape with `units` in place of its last extent; it needs an axis at least.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank > 0 else { throw ShapeError("Dense", input: input, .wrongRank(expected: 1)) }
    return Shape(input.extents.dropLast() + [units])
  }

  /// `kernel`, whose inputs are the last axis, and `bias` where it is used.
  package func weightSpecs(for input: Shape) -> [WeightSpec] {
    let kernel = Shape([input.extents.last ?? 0, units])
    let bias = WeightSpec(
      "bias", [units], biasInitializer, penalty: biasPenalty, constraint: biasConstraint)
    return [
      WeightSpec(
        "kernel", kernel, kernelInitializer, penalty: kernelPenalty, constraint: kernelConstraint)
    ] + (usesBias ? [bias] : [])
  }
}

extension Dense: KerasLayer {
  /// A layer of `keras.src.layers.core`, which Keras writes down with the shape that it was built
  /// for.
  package static let keras = KerasFacts(
    "core",
    config:
      "units activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer kernel_constraint bias_constraint quantization_config",
    isWrittenBuilt: true, arguments: KerasFacts.ofKernels + ["input_dim"])
}
