public import Memory

/// 1 where the label's class is among the k largest outputs, for integer labels.
public struct SparseTopKCategoricalAccuracy: Metric {
  public static let signature = Signature.metric(
    "SparseTopKCategoricalAccuracy", first: [.topCount])
  public static let aliases = ["sparse_top_k_categorical_accuracy"]
  public let k: Int

  public init(_ arguments: BoundArguments) throws(ArgumentError) { k = arguments.int("k") }

  public func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    LargestOutput.isAmongTop(k, class: target.label, in: outputs) ? 1 : 0
  }
}
