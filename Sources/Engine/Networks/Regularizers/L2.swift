/// λ Σ w² (Keras' `L2`).
public struct L2: Regularizer {
  public static let signature = Signature("L2", [RegularizerArguments.rate("l2")])
  public static let aliases = ["l2"]
  public let penalty: WeightPenalty

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    penalty = WeightPenalty(l2: arguments.float("l2"))
  }
}
