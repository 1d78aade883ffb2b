internal import Memory

/// 1 where the label's class is among the k largest outputs, for one-hot labels.
struct TopKCategoricalAccuracy: SampleMetric {
  static let signature = Signature.metric("TopKCategoricalAccuracy", first: [.topCount])
  static let aliases = ["top_k_categorical_accuracy"]
  static var judgesRows: Bool { true }
  let k: Int

  init(_ arguments: BoundArguments) throws(ArgumentError) { k = arguments.int("k") }

  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    LargestOutput.isAmongTop(k, class: target.label, in: outputs) ? 1 : 0
  }
}

extension Parameter {
  /// `k`, how many of the largest outputs count.
  static var topCount: Parameter { Parameter("k", .int(.count), default: .int(5)) }
}
