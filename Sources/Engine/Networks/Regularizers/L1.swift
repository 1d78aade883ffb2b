/// λ Σ |w| (Keras' `L1`).
struct L1: Regularizer {
  static let signature = Signature("L1", [RegularizerArguments.rate("l1")])
  static let aliases = ["l1"]
  let penalty: WeightPenalty

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    penalty = WeightPenalty(l1: arguments.float("l1"))
  }
}

enum RegularizerArguments {
  /// What layers with a kernel and a bias take, also as Keras 1 named it.
  static let parameters = [
    Parameter(
      "kernel_regularizer", .component(.regularizer), default: .some(.none),
      aliases: ["W_regularizer"], acceptsNone: true, keywordOnly: true),
    Parameter(
      "bias_regularizer", .component(.regularizer), default: .some(.none),
      aliases: ["b_regularizer"], acceptsNone: true, keywordOnly: true),
  ]

  /// A share, with Keras 1's and 2's spelling `l` beside it.
  static func rate(_ name: String) -> Parameter {
    Parameter(name, .number(.nonNegative), default: .double(0.01), aliases: ["l"])
  }
}
