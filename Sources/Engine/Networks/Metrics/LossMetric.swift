internal import Memory

/// A loss as a metric: the same number, without a gradient.
struct LossMetric<Judge: Loss>: SampleMetric {
  /// The loss' name and its own parameters, as keywords behind the metric's name; a metric has no
  /// reduction.
  static var signature: Signature {
    let own = Judge.signature.parameters.filter { !["name", "reduction"].contains($0.name) }
    return .metric(Judge.signature.name, own)
  }
  /// False: a loss is to be small.
  static var wantsMore: Bool? { false }
  /// The loss' own names.
  static var aliases: [String] { Judge.aliases }
  private let loss: Judge
  /// The loss' own: only classes, or anything.
  var labelForm: LabelForm? { loss.labelForm }

  /// - Throws: ``ArgumentError`` where the loss refuses its arguments.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    loss = try Judge(arguments)
  }

  static var judgesRows: Bool { Judge.judgesRows }
  static var takesLogits: Bool { Judge.takesLogits }

  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    sample(outputs, target, areLogits: loss.fromLogits)
  }

  func sample(logits: Elements<Float>, target: Target) -> Float {
    sample(logits, target, areLogits: true)
  }

  /// NaN where the loss takes classes and there is no output for the target's.
  private func sample(_ outputs: Elements<Float>, _ target: Target, areLogits: Bool) -> Float {
    guard loss.labelForm == nil || outputs.indices.contains(target.label) else { return .nan }
    return withSpareElements(of: Float.self, count: outputs.count) { slopes in
      slopes.update(repeating: 0)
      return loss.sample(outputs, target: target, areLogits: areLogits, gradient: slopes)
    }
  }
}
