/// λ Σ w² (Keras' `L2`).
struct L2: Regularizer {
  static let signature = Signature("L2", [RegularizerArguments.rate("l2")])
  static let aliases = ["l2"]
  let penalty: WeightPenalty

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    penalty = WeightPenalty(l2: arguments.float("l2"))
  }
}
