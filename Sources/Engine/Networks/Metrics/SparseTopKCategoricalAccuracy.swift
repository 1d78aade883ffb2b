internal import Memory

/// 1 where the label's class is among the k largest outputs, for integer labels.
struct SparseTopKCategoricalAccuracy: SampleMetric {
  /// Keras' `SparseTopKCategoricalAccuracy`, with `k` in front.
  static let signature = Signature.metric(
    "SparseTopKCategoricalAccuracy", first: [.topCount])
  /// Keras' function, which strings name: k is then 5.
  static let aliases = ["sparse_top_k_categorical_accuracy"]
  /// How many of the largest outputs count; at least 1.
  let k: Int

  /// Reads `k`, which the signature has checked.
  init(_ arguments: BoundArguments) throws(ArgumentError) { k = arguments.int("k") }

  /// Equal outputs count in the class's favor; 0 where its own isn't finite or isn't there.
  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    LargestOutput.isAmongTop(k, class: target.number, in: outputs) ? 1 : 0
  }
}
