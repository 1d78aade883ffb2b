public import Tensors

/// One layer of a model: parameters, shape rule, weights, and a plain computation.
///
/// A layer is a value without weights; the plain computation is the oracle for the fused steps of
/// a training plan. Shapes in the rule have no batch axis; tensors have it in front:
/// `[batch, height, width, channels]` or `[batch, features]`.
public protocol Layer: Component {
  /// The activation at the layer's end, where it has one.
  var activation: (any ActivationFunction)? { get }
  /// Whether training and inference differ in a way that draws random numbers.
  var isRandom: Bool { get }
  /// Whether the layer gives back the very tensor that it was given.
  func returnsInput(training: Bool) -> Bool
  /// The layer as it runs when its weights are not to be trained; most run as ever.
  var frozen: any Layer { get }

  /// The shape of one output for one input's shape.
  func outputShape(for input: Shape) throws(ShapeError) -> Shape
  /// The weights in Keras' order for an input that `outputShape(for:)` accepts.
  func weightSpecs(for input: Shape) -> [WeightSpec]
  /// Products of a number with a weight that one output takes, none of them skipped or saved;
  /// weights for each number alone (scales, slopes) don't count.
  func productCount(for input: Shape, output: Shape) -> Int

  /// The layer's output for a batch.
  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput
  /// The gradients of a scalar with respect to input and weights, given the one for the output.
  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients
}

extension Layer {
  /// Nil: a layer that ends in no activation, or in none that a loss could take over.
  public var activation: (any ActivationFunction)? { nil }
  /// False: most layers draw nothing.
  public var isRandom: Bool { false }
  /// The layer itself: most compute alike, trained or not.
  public var frozen: any Layer { self }
  /// False: most layers change what they are given.
  public func returnsInput(training: Bool) -> Bool { false }
  /// None: a layer without numbers of its own.
  public func weightSpecs(for input: Shape) -> [WeightSpec] { [] }

  /// Kernels, whose last axis is the output's, meet each place of the output.
  public func productCount(for input: Shape, output: Shape) -> Int {
    let kernels = weightSpecs(for: input).map(\.shape).filter { $0.rank > 1 }
    return kernels.map(\.count).reduce(0, +) * output.rowCount
  }
}

extension Shape {
  /// How many rows of the last axis there are.
  var rowCount: Int { count / max(extents.last ?? 1, 1) }
}
