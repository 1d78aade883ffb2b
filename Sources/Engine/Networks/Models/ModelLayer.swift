public import Tensors

/// A layer in its place in a model.
public struct ModelLayer: Sendable {
  /// Keras 3's name (`conv2d`, `conv2d_1`) or the author's.
  public let name: String
  /// What the layer computes; it is a value, and several places may have equal ones.
  public let layer: any Layer
  /// The shape of one input, without the batch axis; of several inputs that of their one row.
  public let inputShape: Shape
  /// The shape of one output, without the batch axis.
  public let outputShape: Shape
  /// The layer's own weights; none where it uses another's.
  public var weightSpecs: [WeightSpec] { owner == nil ? usedSpecs : [] }
  /// The weights that the layer computes with.
  public private(set) var usedSpecs: [WeightSpec]
  /// The place of the layer before it whose weights it uses; nil where it has its own.
  public private(set) var owner: Int?
  /// Whether the layer has weights and training leaves them as they are.
  public private(set) var isFrozen = false
  /// The layers whose outputs it takes, by their places; -1 is the model's input. Several of them
  /// stand behind each other in one row.
  public internal(set) var inputs: [Int] = []

  init(
    name: String, layer: any Layer, inputShape: Shape, outputShape: Shape,
    weightSpecs: [WeightSpec]
  ) {
    (self.name, self.layer, usedSpecs) = (name, layer, weightSpecs)
    (self.inputShape, self.outputShape) = (inputShape, outputShape)
  }

  /// Makes none of the weights trainable.
  mutating func freeze() {
    isFrozen = !usedSpecs.isEmpty
    usedSpecs = usedSpecs.map(\.frozen)
  }

  /// Makes the layer use the weights of one before it, which are of the same shapes.
  mutating func share(with place: Int, _ other: ModelLayer) {
    precondition(other.usedSpecs.map(\.shape) == usedSpecs.map(\.shape), "Model: \(name)")
    owner = other.owner ?? place
  }

  /// Keras' class name, such as `Conv2D`.
  public var typeName: String { type(of: layer).signature.name }
  /// The numbers of the layer's own weights; 0 where it uses another's.
  public var parameterCount: Int { weightSpecs.map(\.shape.count).reduce(0, +) }
  /// How many of ``parameterCount`` training moves by gradients.
  public var trainableCount: Int {
    weightSpecs.filter(\.isTrainable).map(\.shape.count).reduce(0, +)
  }
}
