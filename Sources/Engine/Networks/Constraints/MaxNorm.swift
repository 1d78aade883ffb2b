internal import Memory
internal import Tensors

/// Norms of at most `max_value` (Keras' `MaxNorm`).
struct MaxNorm: Constraint {
  static let signature = Signature(
    "MaxNorm",
    [
      Parameter("max_value", .number(.nonNegative), default: .int(2)), ConstraintArguments.axis,
    ])
  static let aliases = ["max_norm"]
  private let bound: Float
  private let norms: WeightNorms

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    (bound, norms) = (arguments.float("max_value"), WeightNorms(arguments))
  }

  func apply(_ weight: MutableElements<Float>, shape: Shape) {
    norms.scale(weight, shape: shape) { min($0, bound) / (WeightNorms.epsilon + $0) }
  }
}
