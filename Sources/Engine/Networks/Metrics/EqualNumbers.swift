package import Memory

/// The share of outputs that are equal to their targets, whatever these stand for: Keras' class
/// `Accuracy`, which strings don't name.
package struct EqualNumbers: SampleMetric {
  /// The name that Keras gives it.
  package static let signature = Signature.metric("Accuracy")

  /// Takes no arguments of its own.
  package init() {}

  /// Reads nothing: the name belongs to the program.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {}

  /// Each number counts alike.
  package func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    Float(outputs.indices.count { outputs[$0] == target.value(at: $0) }) / Float(outputs.count)
  }
}
