package import Tensors

/// Two-dimensional convolution (cross-correlation, as in Keras), bias and activation.
///
/// Weights: `kernel` `[height, width, in, filters]`, `bias` `[filters]`. Output extents are
/// ⌊(n - (k - 1) d - 1) / s⌋ + 1 for `valid` and ⌈n / s⌉ for `same` padding.
package struct Conv2D: Layer {
  package static let signature = Signature.layer(
    "Conv2D",
    [
      Parameter("filters", .int(.count), aliases: ["nb_filter"]),
      Parameter("kernel_size", .pair(WindowArguments.extent)),
      Parameter("strides", .pair(WindowArguments.extent), default: .int(1), aliases: ["subsample"]),
      WindowArguments.padding,
      Parameter("dilation_rate", .pair(WindowArguments.extent), default: .int(1)),
      Parameter(
        "activation", .component(.activation), default: .some(.none), acceptsNone: true),
      Parameter("use_bias", .bool, default: .bool(true), aliases: ["bias"]),
      Parameter(
        "kernel_initializer", .component(.initializer), default: .string("glorot_uniform"),
        aliases: ["init"]),
      Parameter("bias_initializer", .component(.initializer), default: .string("zeros")),
    ] + RegularizerArguments.parameters)
  package static let aliases = ["Convolution2D"]

  package let filters: Int
  package let window: Window
  package let usesBias: Bool
  package let function: any ActivationFunction
  package let kernelInitializer: any Initializer
  package let biasInitializer: any Initializer
  package let kernelPenalty: WeightPenalty?
  package let biasPenalty: WeightPenalty?
  package var activation: (any ActivationFunction)? { function }

  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    filters = arguments.int("filters")
    window = Window(
      kernelSize: arguments.pair("kernel_size") ?? [1, 1],
      strides: arguments.pair("strides") ?? [1, 1],
      padding: WindowArguments.padding(arguments),
      dilation: arguments.pair("dilation_rate") ?? [1, 1])
    // Keras refuses the pair as well: no framework defines where such windows would lie.
    if window.strides.contains(where: { $0 > 1 }) && window.dilation.contains(where: { $0 > 1 }) {
      throw arguments.error("dilation_rate", .conflict(with: "strides"))
    }
    usesBias = arguments.bool("use_bias")
    function = try arguments.activation("activation", keepsSums: true)
    kernelInitializer = try arguments.initializer("kernel_initializer")
    biasInitializer = try arguments.initializer("bias_initializer")
    kernelPenalty = try arguments.penalty("kernel_regularizer")
    biasPenalty = try arguments.penalty("bias_regularizer")
  }

  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    Shape(try WindowArguments.outputExtents(window, of: input, layer: "Conv2D") + [filters])
  }

  package func weightSpecs(for input: Shape) -> [WeightSpec] {
    let kernel = Shape(window.kernelSize + [input[2], filters])
    let bias =
      usesBias ? [WeightSpec("bias", [filters], biasInitializer, penalty: biasPenalty)] : []
    return [WeightSpec("kernel", kernel, kernelInitializer, penalty: kernelPenalty)] + bias
  }
}

extension Conv2D: KerasLayer {
  package static let keras = KerasFacts.convolution(arguments: ["nb_row", "nb_col"])
}
