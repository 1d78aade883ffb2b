internal import Memory
internal import Tensors

/// A depthwise convolution, and then one of single pixels over all channels.
///
/// Weights: `depthwise_kernel` `[height, width, in, depth_multiplier]`, `pointwise_kernel`
/// `[1, 1, in · depth_multiplier, filters]`, `bias` `[filters]`.
struct SeparableConv2D: Layer {
  static let signature = Signature.layer(
    "SeparableConv2D",
    [
      Parameter("filters", .int(.count)),
      Parameter("kernel_size", .pair(WindowArguments.extent)),
      Parameter("strides", .pair(WindowArguments.extent), default: .int(1)),
      WindowArguments.padding,
      Parameter("depth_multiplier", .int(ValueRange(lower: 1, upper: 1024)), default: .int(1)),
      Parameter("activation", .component(.activation), default: .some(.none), acceptsNone: true),
      Parameter("use_bias", .bool, default: .bool(true)),
      Parameter(
        "depthwise_initializer", .component(.initializer), default: .string("glorot_uniform")),
      Parameter(
        "pointwise_initializer", .component(.initializer), default: .string("glorot_uniform")),
      Parameter("bias_initializer", .component(.initializer), default: .string("zeros")),
    ] + WeightRules.parameters("depthwise", "pointwise", "bias"))
  static let aliases = ["SeparableConvolution2D"]
  let core: DepthwiseCore
  let filters: Int
  let usesBias: Bool
  let function: any ActivationFunction
  private let initializers: [any Initializer]
  private let rules: [WeightRules]
  var activation: (any ActivationFunction)? { function }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    core = DepthwiseCore(arguments)
    filters = arguments.int("filters")
    usesBias = arguments.bool("use_bias")
    function = try arguments.activation("activation", keepsSums: true)
    initializers = [
      try arguments.initializer("depthwise_initializer"),
      try arguments.initializer("pointwise_initializer"),
      try arguments.initializer("bias_initializer"),
    ]
    rules = [
      try arguments.rules("depthwise"), try arguments.rules("pointwise"),
      try arguments.rules("bias"),
    ]
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    let extents = try WindowArguments.outputExtents(
      core.window, of: input, layer: "SeparableConv2D")
    return Shape(extents + [filters])
  }

  func weightSpecs(for input: Shape) -> [WeightSpec] {
    let width = input[2] * core.multiplier
    let kernels = [
      WeightSpec(
        "depthwise_kernel", Shape(core.window.kernelSize + [input[2], core.multiplier]),
        initializers[0], rules[0]),
      WeightSpec("pointwise_kernel", [1, 1, width, filters], initializers[1], rules[1]),
    ]
    return kernels + (usesBias ? [WeightSpec("bias", [filters], initializers[2], rules[2])] : [])
  }

  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let middle = core.forward(input, weights[0])
    var sums = Tensor(zeros: Shape(middle.shape.extents.dropLast() + [filters]))
    if usesBias { Bias.add(weights[2].values, to: &sums) }
    RowProducts.add(middle.rows(0..<middle.shape[0]), times: pointwise(weights[1]), to: &sums)
    return function.output(of: sums, pass: pass)
  }

  private func pointwise(_ kernel: Tensor) -> Tensor {
    kernel.reshaped(to: [kernel.shape[2], filters])
  }

  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let slopes = function.gradient(gradient, output: output, pass: pass)
    let middle = core.forward(input, weights[0])
    let kernel = BatchChunks.sum(batch: input.shape[0], count: weights[1].shape.count) {
      images, sums in
      var part = Tensor(zeros: pointwise(weights[1]).shape)
      RowProducts.addOuter(middle.rows(images), slopes.rows(images), to: &part)
      part.values.withElements { sums.update(from: $0) }
    }
    let before = RowProducts.transposed(slopes.rows(0..<input.shape[0]), pointwise(weights[1]))
    let (first, depthwise) = core.backward(
      before.reshaped(to: middle.shape), input, weights[0])
    return LayerGradients(
      input: first,
      weights: [depthwise, Tensor(weights[1].shape, kernel)]
        + (usesBias ? [Bias.gradient(slopes)] : []))
  }
}

extension SeparableConv2D: KerasLayer {
  static let keras = KerasFacts(
    "convolutional",
    config:
      "depth_multiplier filters kernel_size strides padding data_format dilation_rate=(1,1) activation use_bias depthwise_initializer pointwise_initializer bias_initializer depthwise_regularizer pointwise_regularizer bias_regularizer activity_regularizer depthwise_constraint pointwise_constraint bias_constraint",
    isWrittenBuilt: true, hasChannelOrder: true, arguments: KerasFacts.ofKernels)
}
