package import Memory

/// 1 where the largest output is that of the label's class, for integer labels; the first of equals
/// counts as the largest.
package struct SparseCategoricalAccuracy: Metric {
  package static let signature = Signature.metric("SparseCategoricalAccuracy")
  package static let aliases = ["sparse_categorical_accuracy"]

  init() {}

  package init(_ arguments: BoundArguments) throws(ArgumentError) {}

  package func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    LargestOutput.index(in: outputs) == target.label ? 1 : 0
  }
}
