public import Memory

/// 1 where the label's class is among the k largest outputs, for one-hot labels.
public struct TopKCategoricalAccuracy: Metric {
  public static let signature = Signature.metric("TopKCategoricalAccuracy", first: [.topCount])
  public static let aliases = ["top_k_categorical_accuracy"]
  public let k: Int

  public init(_ arguments: BoundArguments) throws(ArgumentError) { k = arguments.int("k") }

  public func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    LargestOutput.isAmongTop(k, class: target.label, in: outputs) ? 1 : 0
  }
}

extension Parameter {
  /// `k`, how many of the largest outputs count.
  static var topCount: Parameter { Parameter("k", .int(.count), default: .int(5)) }
}
