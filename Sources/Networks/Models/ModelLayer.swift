public import Tensors

/// A layer in its place in a model.
public struct ModelLayer: Sendable {
  /// Keras 3's name (`conv2d`, `conv2d_1`) or the author's.
  public let name: String
  public let layer: any Layer
  public let inputShape: Shape
  public let outputShape: Shape
  public private(set) var weightSpecs: [WeightSpec]
  /// Whether the layer has weights and training leaves them as they are.
  public private(set) var isFrozen = false
  /// The layers whose outputs it takes, by their places; -1 is the model's input. Several of them
  /// stand behind each other in one row.
  public internal(set) var inputs: [Int] = []

  init(
    name: String, layer: any Layer, inputShape: Shape, outputShape: Shape,
    weightSpecs: [WeightSpec]
  ) {
    (self.name, self.layer, self.weightSpecs) = (name, layer, weightSpecs)
    (self.inputShape, self.outputShape) = (inputShape, outputShape)
  }

  /// Makes none of the weights trainable.
  mutating func freeze() {
    isFrozen = !weightSpecs.isEmpty
    weightSpecs = weightSpecs.map(\.frozen)
  }

  /// Keras' class name, such as `Conv2D`.
  public var typeName: String { type(of: layer).signature.name }
  public var parameterCount: Int { weightSpecs.map(\.shape.count).reduce(0, +) }
  public var trainableCount: Int {
    weightSpecs.filter(\.isTrainable).map(\.shape.count).reduce(0, +)
  }
}
