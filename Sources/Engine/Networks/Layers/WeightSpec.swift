public import Tensors

/// One weight of a layer: what it is called, its shape and how it begins.
public struct WeightSpec: Sendable {
  /// Keras' name: `kernel`, `bias`, `gamma`, `moving_mean`, …
  public let name: String
  /// Convolutions `[height, width, in, out]`, dense layers `[in, out]`, vectors `[channels]`.
  public let shape: Shape
  /// How the weight begins.
  public let initializer: any Initializer
  /// Whether gradients move it.
  public let isTrainable: Bool
  /// What training adds to the loss for large numbers; nil for nothing.
  public let penalty: WeightPenalty?
  /// What the weight is held to after each step; nil for nothing.
  public let constraint: (any Constraint)?

  /// A weight that training moves where nothing else is said, and that costs nothing.
  public init(
    _ name: String, _ shape: Shape, _ initializer: any Initializer, isTrainable: Bool = true,
    penalty: WeightPenalty? = nil, constraint: (any Constraint)? = nil
  ) {
    self.penalty = penalty
    self.constraint = constraint
    self.name = name
    self.shape = shape
    self.initializer = initializer
    self.isTrainable = isTrainable
  }

  /// The same weight where nothing moves it; as in Keras it adds nothing to the loss.
  var frozen: WeightSpec { WeightSpec(name, shape, initializer, isTrainable: false) }
}
