/// λ₁ Σ |w| + λ₂ Σ w² (Keras' `L1L2`).
struct L1L2: Regularizer {
  static let signature = Signature(
    "L1L2",
    [
      Parameter("l1", .number(.nonNegative), default: .double(0)),
      Parameter("l2", .number(.nonNegative), default: .double(0)),
    ])
  static let aliases = ["l1_l2"]
  let penalty: WeightPenalty

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    penalty = WeightPenalty(l1: arguments.float("l1"), l2: arguments.float("l2"))
  }
}
