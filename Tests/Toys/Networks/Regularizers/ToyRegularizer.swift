// toy: a regularizer | RegularizerCatalog.swift | ToyRegularizer.self,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// Σ |w|.
public struct ToyRegularizer: Regularizer {
  public static let signature = Signature("ToyRegularizer")
  public let penalty = WeightPenalty(l1: 1)

  public init(_ arguments: BoundArguments) throws(ArgumentError) {}
}
