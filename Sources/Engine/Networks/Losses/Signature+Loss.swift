extension Signature {
  /// A loss' signature: `own` and what every loss of Keras has.
  ///
  /// Of the reductions only the mean over samples is accepted, which Keras 2 calls `auto`.
  static func loss(_ name: String, _ own: [Parameter] = []) -> Signature {
    let reduction = Parameter(
      "reduction", .choice(["sum_over_batch_size", "mean", "auto"]),
      default: .string("sum_over_batch_size"), keywordOnly: true)
    let label = Parameter(
      "name", .text, default: .some(.none), acceptsNone: true, keywordOnly: true)
    return Signature(name, own + [reduction, label])
  }
}

extension Parameter {
  /// Whether outputs are sums before the activation that the loss goes with.
  static var fromLogits: Parameter { Parameter("from_logits", .bool, default: .bool(false)) }

  /// The share of each target that is given to all classes alike (Szegedy et al. 2016).
  static var labelSmoothing: Parameter {
    Parameter("label_smoothing", .number(ValueRange(lower: 0, upper: 1)), default: .double(0))
  }

  /// `axis`, of which only the last one is accepted.
  static var lastAxis: Parameter {
    Parameter("axis", .int(ValueRange(lower: -1, upper: -1)), default: .int(-1))
  }
}
