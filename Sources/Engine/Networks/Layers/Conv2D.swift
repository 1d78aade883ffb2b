internal import Tensors

/// Two-dimensional convolution (cross-correlation, as in Keras), bias and activation.
///
/// Weights: `kernel` `[height, width, in, filters]`, `bias` `[filters]`. Output extents are
/// ⌊(n - (k - 1) d - 1) / s⌋ + 1 for `valid` and ⌈n / s⌉ for `same` padding.
struct Conv2D: Layer {
  /// Keras' `Conv2D` without `groups` and constraints, with Keras 1's names as well.
  static let signature = Signature.layer(
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
    ] + RegularizerArguments.parameters + ConstraintArguments.parameters)
  /// Keras' older name of the class.
  static let aliases = ["Convolution2D"]

  /// How many kernels there are, which is the output's number of channels.
  let filters: Int
  /// The kernel's extents, strides, padding and dilation.
  let window: Window
  /// Whether there is a bias for each filter.
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
  var activation: (any ActivationFunction)? { function }

  /// - Throws: ``ArgumentError`` where strides and dilation are both above 1, which Keras refuses
  ///   too.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
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
    kernelConstraint = try arguments.constraint("kernel_constraint")
    biasConstraint = try arguments.constraint("bias_constraint")
  }

  /// `[height, width, filters]`; the input is `[height, width, channels]`.
  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    Shape(try WindowArguments.outputExtents(window, of: input, layer: "Conv2D") + [filters])
  }

  /// `kernel`, whose inputs are the input's channels, and `bias` where it is used.
  func weightSpecs(for input: Shape) -> [WeightSpec] {
    let kernel = Shape(window.kernelSize + [input[2], filters])
    let bias = WeightSpec(
      "bias", [filters], biasInitializer, penalty: biasPenalty, constraint: biasConstraint)
    return [
      WeightSpec(
        "kernel", kernel, kernelInitializer, penalty: kernelPenalty, constraint: kernelConstraint)
    ] + (usesBias ? [bias] : [])
  }
}

extension Conv2D: KerasLayer {
  /// A layer of `keras.src.layers.convolutional`, with Keras 1's arguments for the kernel's
  /// extents.
  static let keras = KerasFacts.convolution(arguments: ["nb_row", "nb_col"])
}
