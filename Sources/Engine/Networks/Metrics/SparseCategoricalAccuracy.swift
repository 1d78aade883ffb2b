internal import Memory

/// 1 where the largest output is that of the label's class, for integer labels; the first of equals
/// counts as the largest.
struct SparseCategoricalAccuracy: SampleMetric {
  /// Keras' `SparseCategoricalAccuracy`, which takes a name alone.
  static let signature = Signature.metric("SparseCategoricalAccuracy")
  /// Keras' function, which strings name.
  static let aliases = ["sparse_categorical_accuracy"]

  init() {}

  /// Reads nothing: the name belongs to the compilation.
  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  /// 1 where the largest output is the class's, 0 elsewhere; also 0 for a class without an output.
  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    LargestOutput.index(in: outputs) == target.number ? 1 : 0
  }
}
