internal import Memory
internal import Tensors

/// A convolution of each channel on its own, with `depth_multiplier` results a channel.
///
/// Weights: `kernel` `[height, width, in, depth_multiplier]`, `bias` `[in · depth_multiplier]`.
struct DepthwiseConv2D: Layer {
  static let signature = Signature.layer(
    "DepthwiseConv2D",
    [
      Parameter("kernel_size", .pair(WindowArguments.extent)),
      Parameter("strides", .pair(WindowArguments.extent), default: .int(1)),
      WindowArguments.padding,
      Parameter("depth_multiplier", .int(ValueRange(lower: 1, upper: 1024)), default: .int(1)),
      Parameter("activation", .component(.activation), default: .some(.none), acceptsNone: true),
      Parameter("use_bias", .bool, default: .bool(true)),
      Parameter(
        "depthwise_initializer", .component(.initializer), default: .string("glorot_uniform")),
      Parameter("bias_initializer", .component(.initializer), default: .string("zeros")),
    ] + WeightRules.parameters("depthwise", "bias"))
  let core: DepthwiseCore
  let usesBias: Bool
  let function: any ActivationFunction
  private let kernelInitializer: any Initializer
  private let biasInitializer: any Initializer
  private let kernelRules: WeightRules
  private let biasRules: WeightRules
  var activation: (any ActivationFunction)? { function }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    core = DepthwiseCore(arguments)
    usesBias = arguments.bool("use_bias")
    function = try arguments.activation("activation", keepsSums: true)
    kernelInitializer = try arguments.initializer("depthwise_initializer")
    biasInitializer = try arguments.initializer("bias_initializer")
    kernelRules = try arguments.rules("depthwise")
    biasRules = try arguments.rules("bias")
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    let extents = try WindowArguments.outputExtents(
      core.window, of: input, layer: "DepthwiseConv2D")
    return Shape(extents + [input[2] * core.multiplier])
  }

  func weightSpecs(for input: Shape) -> [WeightSpec] {
    let kernel = WeightSpec(
      "kernel", Shape(core.window.kernelSize + [input[2], core.multiplier]), kernelInitializer,
      kernelRules)
    let count = input[2] * core.multiplier
    return [kernel] + (usesBias ? [WeightSpec("bias", [count], biasInitializer, biasRules)] : [])
  }

  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let sums = core.forward(input, weights[0], bias: usesBias ? weights[1] : nil)
    return function.output(of: sums, pass: pass)
  }

  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let slopes = function.gradient(gradient, output: output, pass: pass)
    let (before, kernel) = core.backward(slopes, input, weights[0])
    return LayerGradients(
      input: before, weights: [kernel] + (usesBias ? [Bias.gradient(slopes)] : []))
  }
}

/// The sums of a depthwise convolution.
struct DepthwiseCore {
  let window: Window
  let multiplier: Int

  init(_ arguments: BoundArguments) {
    window = Window(
      kernelSize: arguments.pair("kernel_size") ?? [1, 1],
      strides: arguments.pair("strides") ?? [1, 1], padding: WindowArguments.padding(arguments))
    multiplier = arguments.int("depth_multiplier")
  }

  /// The chains over the taps, from the bias where there is one.
  func forward(_ input: Tensor, _ kernel: Tensor, bias: Tensor? = nil) -> Tensor {
    let walk = WindowWalk(window, input: input.shape)
    let width = walk.channels * multiplier
    var sums = Tensor(zeros: walk.outputShape(channels: width))
    if let bias { Bias.add(bias.values, to: &sums) }
    sums.values.withMutableElements { sums in
      walk.forEachOutput { position in
        walk.forEachTap(of: position) { pixel, tap in
          for place in 0..<width {
            let x = input.values[pixel * walk.channels + place / multiplier]
            sums[position * width + place].addProduct(x, kernel.values[tap * width + place])
          }
        }
      }
    }
    return sums
  }

  func backward(
    _ slopes: Tensor, _ input: Tensor, _ kernel: Tensor
  ) -> (input: Tensor, kernel: Tensor) {
    let walk = WindowWalk(window, input: input.shape)
    let width = walk.channels * multiplier
    let weight = BatchChunks.sum(batch: walk.batch, count: kernel.shape.count) { images, sums in
      walk.forEachOutput(of: images) { position in
        walk.forEachTap(of: position) { pixel, tap in
          for place in 0..<width {
            let x = input.values[pixel * walk.channels + place / multiplier]
            sums[tap * width + place].addProduct(x, slopes.values[position * width + place])
          }
        }
      }
    }
    return (inputGradient(slopes, input.shape, kernel), Tensor(kernel.shape, weight))
  }

  /// A channel's results have chains of their own, which are then added up.
  private func inputGradient(_ slopes: Tensor, _ shape: Shape, _ kernel: Tensor) -> Tensor {
    let walk = WindowWalk(window, input: shape)
    let width = walk.channels * multiplier
    var parts = [Float](repeating: 0, count: shape.count * multiplier)
    walk.forEachOutput { position in
      walk.forEachTap(of: position) { pixel, tap in
        for place in 0..<width {
          parts[pixel * width + place].addProduct(
            slopes.values[position * width + place], kernel.values[tap * width + place])
        }
      }
    }
    let sums = (0..<shape.count).map { place in
      parts[place * multiplier..<(place + 1) * multiplier].reduce(0, +)
    }
    return Tensor(shape, sums)
  }
}

/// A bias of the last axis.
enum Bias {
  static func add(_ bias: [Float], to sums: inout Tensor) {
    for index in sums.values.indices { sums.values[index] += bias[index % bias.count] }
  }

  static func gradient(_ slopes: Tensor) -> Tensor {
    let width = slopes.shape.extents.last ?? 1
    let each = slopes.shape.extents.dropFirst().dropLast().reduce(1, *)
    let sums = BatchChunks.sum(batch: slopes.shape[0], count: width) { images, sums in
      for row in images.lowerBound * each..<images.upperBound * each {
        for column in 0..<width { sums[column] += slopes.values[row * width + column] }
      }
    }
    return Tensor([width], sums)
  }
}

extension DepthwiseConv2D: KerasLayer {
  static let keras = KerasFacts(
    "convolutional",
    config:
      "depth_multiplier kernel_size strides padding data_format dilation_rate=(1,1) activation use_bias depthwise_initializer bias_initializer depthwise_regularizer bias_regularizer activity_regularizer depthwise_constraint bias_constraint",
    isWrittenBuilt: true, hasChannelOrder: true, arguments: KerasFacts.ofKernels)
}
