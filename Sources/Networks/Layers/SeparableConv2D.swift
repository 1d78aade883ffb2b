public import Tensors

/// A depthwise convolution, and then one of single pixels over all channels.
///
/// Weights: `depthwise_kernel` `[height, width, in, depth_multiplier]`, `pointwise_kernel`
/// `[1, 1, in · depth_multiplier, filters]`, `bias` `[filters]`.
public struct SeparableConv2D: Layer {
  public static let signature = Signature.layer(
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
    ])
  private let core: DepthwiseCore
  private let filters: Int
  private let usesBias: Bool
  private let function: any ActivationFunction
  private let initializers: [any Initializer]
  public var activation: (any ActivationFunction)? { function }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    core = DepthwiseCore(arguments)
    filters = arguments.int("filters")
    usesBias = arguments.bool("use_bias")
    function = try arguments.activation("activation", keepsSums: true)
    initializers = [
      try arguments.initializer("depthwise_initializer"),
      try arguments.initializer("pointwise_initializer"),
      try arguments.initializer("bias_initializer"),
    ]
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    let extents = try WindowArguments.outputExtents(
      core.window, of: input, layer: "SeparableConv2D")
    return Shape(extents + [filters])
  }

  public func weightSpecs(for input: Shape) -> [WeightSpec] {
    let width = input[2] * core.multiplier
    let kernels = [
      WeightSpec(
        "depthwise_kernel", Shape(core.window.kernelSize + [input[2], core.multiplier]),
        initializers[0]),
      WeightSpec("pointwise_kernel", [1, 1, width, filters], initializers[1]),
    ]
    return kernels + (usesBias ? [WeightSpec("bias", [filters], initializers[2])] : [])
  }

  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let middle = core.forward(input, weights[0])
    let width = middle.shape.extents.last ?? 1
    var sums = Tensor(zeros: Shape(middle.shape.extents.dropLast() + [filters]))
    for row in 0..<middle.values.count / width {
      for index in 0..<width {
        let x = middle.values[row * width + index]
        for filter in 0..<filters {
          sums.values[row * filters + filter].addProduct(
            x, weights[1].values[index * filters + filter])
        }
      }
    }
    if usesBias { Bias.add(weights[2].values, to: &sums) }
    return function.output(of: sums, pass: pass)
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let slopes = function.gradient(gradient, output: output, pass: pass)
    let middle = core.forward(input, weights[0])
    let width = middle.shape.extents.last ?? 1
    var (before, kernel) = (Tensor(zeros: middle.shape), Tensor(zeros: weights[1].shape))
    for row in 0..<middle.values.count / width {
      for index in 0..<width {
        let place = row * width + index
        for filter in 0..<filters {
          let slope = slopes.values[row * filters + filter]
          kernel.values[index * filters + filter].addProduct(middle.values[place], slope)
          before.values[place].addProduct(slope, weights[1].values[index * filters + filter])
        }
      }
    }
    let (first, depthwise) = core.backward(before, input, weights[0])
    return LayerGradients(
      input: first, weights: [depthwise, kernel] + (usesBias ? [Bias.gradient(slopes)] : []))
  }
}
