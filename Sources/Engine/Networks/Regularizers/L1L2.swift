/// λ₁ Σ |w| + λ₂ Σ w² (Keras' `L1L2`).
public struct L1L2: Regularizer {
  public static let signature = Signature(
    "L1L2",
    [
      Parameter("l1", .number(.nonNegative), default: .double(0)),
      Parameter("l2", .number(.nonNegative), default: .double(0)),
    ])
  public static let aliases = ["l1_l2"]
  public let penalty: WeightPenalty

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    penalty = WeightPenalty(l1: arguments.float("l1"), l2: arguments.float("l2"))
  }
}
