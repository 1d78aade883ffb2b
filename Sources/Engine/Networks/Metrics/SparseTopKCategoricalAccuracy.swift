package import Memory

/// 1 where the label's class is among the k largest outputs, for integer labels.
package struct SparseTopKCategoricalAccuracy: Metric {
  package static let signature = Signature.metric(
    "SparseTopKCategoricalAccuracy", first: [.topCount])
  package static let aliases = ["sparse_top_k_categorical_accuracy"]
  package let k: Int

  package init(_ arguments: BoundArguments) throws(ArgumentError) { k = arguments.int("k") }

  package func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    LargestOutput.isAmongTop(k, class: target.label, in: outputs) ? 1 : 0
  }
}
