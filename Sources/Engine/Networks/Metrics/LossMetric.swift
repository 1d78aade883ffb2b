public import Memory

/// A loss as a metric: the same number, without a gradient.
public struct LossMetric<Judge: Loss>: Metric {
  public static var signature: Signature {
    let own = Judge.signature.parameters.filter { !["name", "reduction"].contains($0.name) }
    return .metric(Judge.signature.name, own)
  }
  public static var aliases: [String] { Judge.aliases }
  private let loss: Judge
  public var labelForm: LabelForm? { loss.labelForm }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    loss = try Judge(arguments)
  }

  /// NaN where the loss takes classes and there is no output for the target's.
  public func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    guard loss.labelForm == nil || outputs.indices.contains(target.label) else { return .nan }
    return withSpareElements(of: Float.self, count: outputs.count) { slopes in
      slopes.update(repeating: 0)
      return loss.sample(outputs, target: target, areLogits: loss.fromLogits, gradient: slopes)
    }
  }
}
