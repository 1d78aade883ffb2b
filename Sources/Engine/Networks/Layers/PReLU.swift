internal import Memory
internal import Tensors

/// x for x > 0 and α x for others, with an α learned for each number of the input, or one for all
/// along shared axes (He et al. 2015).
///
/// Weights: `alpha`, the input's shape with extent 1 along `shared_axes`, counted from 1.
struct PReLU: Layer {
  static let signature = Signature.layer(
    "PReLU",
    [
      Parameter(
        "alpha_initializer", .component(.initializer), default: .string("zeros"),
        aliases: ["init"]),
      Parameter(
        "shared_axes", .numbers(ValueRange(lower: 1, upper: 8)), default: .some(.none),
        acceptsNone: true),
    ] + WeightRules.parameters("alpha"))
  private let initializer: any Initializer
  private let rules: WeightRules
  private let sharedAxes: [Int]

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    initializer = try arguments.initializer("alpha_initializer")
    rules = try arguments.rules("alpha")
    sharedAxes = (arguments["shared_axes"]?.integers ?? []).map { $0 - 1 }
    if let axes = arguments["shared_axes"], axes != .none, axes.integers == nil {
      throw arguments.error("shared_axes", .unsupported(got: axes))
    }
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    let needed = (sharedAxes.max() ?? 0) + 1
    guard input.rank >= needed else {
      throw ShapeError("PReLU", input: input, .wrongRank(expected: needed))
    }
    return input
  }

  func weightSpecs(for input: Shape) -> [WeightSpec] {
    let extents = input.extents.indices.map { sharedAxes.contains($0) ? 1 : input[$0] }
    return [WeightSpec("alpha", Shape(extents), initializer, rules)]
  }

  func productCount(for input: Shape, output: Shape) -> Int { 0 }

  /// For each number of one image the place of its α; the shape has the batch's axis in front.
  func places(_ input: Shape) -> [Int] {
    var places = [0]
    var stride = 1
    for axis in input.extents.indices.reversed().dropLast() {
      let isShared = sharedAxes.contains(axis - 1)
      let step = isShared ? 0 : stride
      places = (0..<input[axis]).flatMap { index in places.map { index * step + $0 } }
      if !isShared { stride *= input[axis] }
    }
    return places
  }

  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let (places, alpha) = (places(input.shape), weights[0].values)
    var result = input
    for index in result.values.indices where input.values[index] < 0 {
      result.values[index] *= alpha[places[index % places.count]]
    }
    return LayerOutput(result)
  }

  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let (places, alpha) = (places(input.shape), weights[0].values)
    var before = gradient
    for index in before.values.indices where input.values[index] <= 0 {
      // Keras makes it of two ReLUs, whose slopes at 0 are 0.
      before.values[index] *=
        input.values[index] < 0 ? alpha[places[index % places.count]] : 0
    }
    let sums = BatchChunks.sum(batch: input.shape[0], count: alpha.count) { images, sums in
      for (index, place) in places.enumerated() {
        var sum: Float = 0
        for image in images where input.values[image * places.count + index] <= 0 {
          let place = image * places.count + index
          sum.addProduct(gradient.values[place], input.values[place])
        }
        sums[place] += sum
      }
    }
    return LayerGradients(input: before, weights: [Tensor(weights[0].shape, sums)])
  }
}

extension PReLU: KerasLayer {
  static let keras = KerasFacts(
    "activations", file: "prelu",
    config: "alpha_initializer alpha_regularizer alpha_constraint shared_axes", isWrittenBuilt: true
  )
}
