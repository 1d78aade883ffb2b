// toy: a constraint | ConstraintCatalog.swift | ToyConstraint.self,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
public import Memory
public import Tensors

/// No number at all.
public struct ToyConstraint: Constraint {
  public static let signature = Signature("ToyConstraint")

  public init(_ arguments: BoundArguments) throws(ArgumentError) {}

  public func apply(_ weight: MutableElements<Float>, shape: Shape) {
    weight.update(repeating: 0)
  }
}
