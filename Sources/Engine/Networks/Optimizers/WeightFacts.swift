public import Tensors

/// What an optimizer may know of a weight beside its numbers.
public struct WeightFacts: Hashable, Sendable {
  /// Its shape: convolutions `[height, width, in, out]`, dense layers `[in, out]`.
  public let shape: Shape
  /// The layer's name and the weight's, such as `dense/kernel`.
  public let path: String

  /// A weight of this shape, under the name that Keras gives it in a model.
  public init(shape: Shape, path: String) {
    (self.shape, self.path) = (shape, path)
  }
}

extension ModelLayer {
  /// What an optimizer may know of the layer's own weights, in their order.
  package var weightFacts: [WeightFacts] {
    weightSpecs.map { WeightFacts(shape: $0.shape, path: "\(name)/\($0.name)") }
  }
}
