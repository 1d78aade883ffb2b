internal import Memory
internal import Tensors

/// Norms of 1 (Keras' `UnitNorm`).
struct UnitNorm: Constraint {
  static let signature = Signature("UnitNorm", [ConstraintArguments.axis])
  static let aliases = ["unit_norm"]
  private let norms: WeightNorms

  init(_ arguments: BoundArguments) throws(ArgumentError) { norms = WeightNorms(arguments) }

  func apply(_ weight: MutableElements<Float>, shape: Shape) {
    norms.scale(weight, shape: shape) { 1 / (WeightNorms.epsilon + $0) }
  }
}
