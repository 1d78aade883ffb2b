public import Tensors

/// A convolution backwards: each input is spread over a window of outputs.
///
/// Weights: `kernel` `[height, width, filters, in]`, `bias` `[filters]`. Output extents are n · s for
/// `same` padding and n · s + max(k - s, 0) for `valid`.
public struct Conv2DTranspose: Layer {
  public static let signature = Signature.layer(
    "Conv2DTranspose",
    [
      Parameter("filters", .int(.count)),
      Parameter("kernel_size", .pair(WindowArguments.extent)),
      Parameter("strides", .pair(WindowArguments.extent), default: .int(1)),
      WindowArguments.padding,
      Parameter("activation", .component(.activation), default: .some(.none), acceptsNone: true),
      Parameter("use_bias", .bool, default: .bool(true)),
      Parameter("kernel_initializer", .component(.initializer), default: .string("glorot_uniform")),
      Parameter("bias_initializer", .component(.initializer), default: .string("zeros")),
    ])
  public static let aliases = ["Convolution2DTranspose", "Deconvolution2D"]
  private let filters: Int
  private let kernelSize: [Int]
  private let strides: [Int]
  private let isSame: Bool
  private let usesBias: Bool
  private let function: any ActivationFunction
  private let kernelInitializer: any Initializer
  private let biasInitializer: any Initializer
  public var activation: (any ActivationFunction)? { function }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    filters = arguments.int("filters")
    kernelSize = arguments.pair("kernel_size") ?? [1, 1]
    strides = arguments.pair("strides") ?? [1, 1]
    isSame = WindowArguments.padding(arguments) == .same
    usesBias = arguments.bool("use_bias")
    function = try arguments.activation("activation", keepsSums: true)
    kernelInitializer = try arguments.initializer("kernel_initializer")
    biasInitializer = try arguments.initializer("bias_initializer")
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 3 else {
      throw ShapeError("Conv2DTranspose", input: input, .wrongRank(expected: 3))
    }
    return [extent(input[0], 0), extent(input[1], 1), filters]
  }

  private func extent(_ input: Int, _ axis: Int) -> Int {
    input * strides[axis] + (isSame ? 0 : max(kernelSize[axis] - strides[axis], 0))
  }

  /// How far the first window lies outside.
  private func offset(_ axis: Int) -> Int {
    isSame ? max(kernelSize[axis] - strides[axis], 0) / 2 : 0
  }

  public func weightSpecs(for input: Shape) -> [WeightSpec] {
    let kernel = WeightSpec("kernel", Shape(kernelSize + [filters, input[2]]), kernelInitializer)
    return [kernel] + (usesBias ? [WeightSpec("bias", [filters], biasInitializer)] : [])
  }

  /// Visits (input pixel, output pixel, tap) of all windows of a batch.
  private func forEachTap(_ shape: Shape, _ body: (Int, Int, Int) -> Void) {
    let (height, width) = (extent(shape[1], 0), extent(shape[2], 1))
    for image in 0..<shape[0] {
      for y in 0..<shape[1] {
        for x in 0..<shape[2] {
          let pixel = (image * shape[1] + y) * shape[2] + x
          for ky in 0..<kernelSize[0] {
            let row = y * strides[0] + ky - offset(0)
            guard (0..<height).contains(row) else { continue }
            for kx in 0..<kernelSize[1] {
              let column = x * strides[1] + kx - offset(1)
              guard (0..<width).contains(column) else { continue }
              body(pixel, (image * height + row) * width + column, ky * kernelSize[1] + kx)
            }
          }
        }
      }
    }
  }

  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let channels = input.shape[3]
    var sums = Tensor(
      zeros: [input.shape[0], extent(input.shape[1], 0), extent(input.shape[2], 1), filters])
    forEachTap(input.shape) { pixel, place, tap in
      for filter in 0..<filters {
        let row = (tap * filters + filter) * channels
        for channel in 0..<channels {
          sums.values[place * filters + filter].addProduct(
            input.values[pixel * channels + channel], weights[0].values[row + channel])
        }
      }
    }
    if usesBias { Bias.add(weights[1].values, to: &sums) }
    return function.output(of: sums, pass: pass)
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let slopes = function.gradient(gradient, output: output, pass: pass)
    let channels = input.shape[3]
    var (before, kernel) = (Tensor(zeros: input.shape), Tensor(zeros: weights[0].shape))
    forEachTap(input.shape) { pixel, place, tap in
      for filter in 0..<filters {
        let slope = slopes.values[place * filters + filter]
        let row = (tap * filters + filter) * channels
        for channel in 0..<channels {
          let source = pixel * channels + channel
          before.values[source].addProduct(slope, weights[0].values[row + channel])
          kernel.values[row + channel].addProduct(slope, input.values[source])
        }
      }
    }
    return LayerGradients(
      input: before, weights: [kernel] + (usesBias ? [Bias.gradient(slopes)] : []))
  }
}
