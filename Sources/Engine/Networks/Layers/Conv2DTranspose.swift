internal import Memory
internal import Tensors

/// A convolution backwards: each input is spread over a window of outputs.
///
/// Weights: `kernel` `[height, width, filters, in]`, `bias` `[filters]`. Output extents are n · s for
/// `same` padding and n · s + max(k - s, 0) for `valid`.
struct Conv2DTranspose: Layer {
  static let signature = Signature.layer(
    "Conv2DTranspose",
    [
      Parameter("filters", .int(.count)),
      Parameter("kernel_size", .pair(WindowArguments.extent)),
      Parameter("strides", .pair(WindowArguments.extent), default: .int(1)),
      WindowArguments.padding,
      Parameter(
        "output_padding", .pair(ValueRange(lower: 0, upper: 64)), default: .some(.none),
        acceptsNone: true, keywordOnly: true),
      Parameter("activation", .component(.activation), default: .some(.none), acceptsNone: true),
      Parameter("use_bias", .bool, default: .bool(true)),
      Parameter("kernel_initializer", .component(.initializer), default: .string("glorot_uniform")),
      Parameter("bias_initializer", .component(.initializer), default: .string("zeros")),
    ] + WeightRules.parameters("kernel", "bias"))
  static let aliases = ["Convolution2DTranspose", "Deconvolution2D"]
  let filters: Int
  private let kernelSize: [Int]
  private let strides: [Int]
  private let isSame: Bool
  /// What an output has beyond the least that gives its input back; nil for as much as makes it as
  /// many times as large as the strides say.
  private let outputPadding: [Int]?
  let usesBias: Bool
  let function: any ActivationFunction
  private let kernelInitializer: any Initializer
  private let biasInitializer: any Initializer
  private let kernelRules: WeightRules
  private let biasRules: WeightRules
  var activation: (any ActivationFunction)? { function }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    filters = arguments.int("filters")
    kernelSize = arguments.pair("kernel_size") ?? [1, 1]
    strides = arguments.pair("strides") ?? [1, 1]
    isSame = WindowArguments.padding(arguments) == .same
    outputPadding = arguments.pair("output_padding")
    if let padding = outputPadding, zip(padding, strides).contains(where: { $0 >= $1 }) {
      throw arguments.error(
        "output_padding",
        .outOfRange(
          got: .list(padding.map { .int($0) }),
          range: ValueRange(lower: 0, upper: Double(strides.min() ?? 1) - 1)))
    }
    usesBias = arguments.bool("use_bias")
    function = try arguments.activation("activation", keepsSums: true)
    kernelInitializer = try arguments.initializer("kernel_initializer")
    biasInitializer = try arguments.initializer("bias_initializer")
    kernelRules = try arguments.rules("kernel")
    biasRules = try arguments.rules("bias")
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError("Conv2DTranspose", input: input, .wrongRank(expected: 3))
    }
    let output: Shape = [extent(input[0], 0), extent(input[1], 1), filters]
    guard outputPadding != nil else { return output }
    // Too little padding for an even kernel: the convolution back would give another input.
    let back = window.geometry(over: output)
    let extents = [back.height.output, back.width.output]
    guard extents == Array(input.extents.prefix(2)) else {
      throw ShapeError(
        "Conv2DTranspose", input: input, .differsFromInput(declared: Shape(extents + [input[2]])))
    }
    return output
  }

  private func extent(_ input: Int, _ axis: Int) -> Int {
    if let outputPadding {
      let least = (input - 1) * strides[axis] + outputPadding[axis]
      return least + (isSame ? kernelSize[axis] % 2 : kernelSize[axis])
    }
    return input * strides[axis] + (isSame ? 0 : max(kernelSize[axis] - strides[axis], 0))
  }

  /// The windows of the convolution from the output to the input whose input gradient this is.
  var window: Window {
    Window(kernelSize: kernelSize, strides: strides, padding: isSame ? .same : .valid)
  }

  func weightSpecs(for input: Shape) -> [WeightSpec] {
    let kernel = WeightSpec(
      "kernel", Shape(kernelSize + [filters, input[2]]), kernelInitializer, kernelRules)
    return [kernel] + (usesBias ? [WeightSpec("bias", [filters], biasInitializer, biasRules)] : [])
  }

  /// The kernel meets each place of the input.
  func productCount(for input: Shape, output: Shape) -> Int {
    weightSpecs(for: input)[0].shape.count * input.rowCount
  }

  /// Each output's chain begins with the bias, and runs over (kernel row, kernel column, channel).
  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let channels = input.shape[3]
    var sums = Tensor(
      zeros: [input.shape[0], extent(input.shape[1], 0), extent(input.shape[2], 1), filters])
    if usesBias { Bias.add(weights[1].values, to: &sums) }
    let walk = WindowWalk(window, input: sums.shape)
    sums.values.withMutableElements { sums in
      walk.forEachTapInKernelOrder { pixel, place, tap in
        for filter in 0..<filters {
          let row = (tap * filters + filter) * channels
          for channel in 0..<channels {
            sums[place * filters + filter].addProduct(
              input.values[pixel * channels + channel], weights[0].values[row + channel])
          }
        }
      }
    }
    return function.output(of: sums, pass: pass)
  }

  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let slopes = function.gradient(gradient, output: output, pass: pass)
    let kernel = kernelGradient(slopes, input, weights[0].shape)
    let before = pass.wantsInputGradient ? inputGradient(slopes, input.shape, weights[0]) : nil
    return LayerGradients(
      input: before, weights: [kernel] + (usesBias ? [Bias.gradient(slopes)] : []))
  }

  private func kernelGradient(_ slopes: Tensor, _ input: Tensor, _ shape: Shape) -> Tensor {
    let (walk, channels) = (WindowWalk(window, input: slopes.shape), input.shape[3])
    let values = BatchChunks.sum(batch: walk.batch, count: shape.count) { images, sums in
      walk.forEachOutput(of: images) { pixel in
        walk.forEachTap(of: pixel) { place, tap in
          for filter in 0..<filters {
            let slope = slopes.values[place * filters + filter]
            let row = (tap * filters + filter) * channels
            for channel in 0..<channels {
              sums[row + channel].addProduct(slope, input.values[pixel * channels + channel])
            }
          }
        }
      }
    }
    return Tensor(shape, values)
  }

  private func inputGradient(_ slopes: Tensor, _ shape: Shape, _ kernel: Tensor) -> Tensor {
    let (walk, channels) = (WindowWalk(window, input: slopes.shape), shape[3])
    var result = Tensor(zeros: shape)
    result.values.withMutableElements { result in
      walk.forEachOutput { pixel in
        walk.forEachTap(of: pixel) { place, tap in
          for filter in 0..<filters {
            let slope = slopes.values[place * filters + filter]
            let row = (tap * filters + filter) * channels
            for channel in 0..<channels {
              result[pixel * channels + channel].addProduct(slope, kernel.values[row + channel])
            }
          }
        }
      }
    }
    return result
  }
}

extension Conv2DTranspose: KerasLayer {
  static let keras = KerasFacts(
    "convolutional",
    config:
      "filters kernel_size strides padding output_padding data_format dilation_rate=(1,1) activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer activity_regularizer kernel_constraint bias_constraint",
    isWrittenBuilt: true, hasChannelOrder: true, arguments: KerasFacts.ofKernels)
}
