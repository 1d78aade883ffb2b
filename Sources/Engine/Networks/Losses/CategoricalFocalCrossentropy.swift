internal import Memory

/// -Σ t α (1 - p)^γ log p with p the outputs' shares of their sum (Keras'
/// `categorical_focal_crossentropy`).
struct CategoricalFocalCrossentropy: Loss {
  static let signature = Signature.loss(
    "CategoricalFocalCrossentropy",
    [
      Parameter("alpha", .number(.any), default: .double(0.25)),
      Parameter("gamma", .number(.nonNegative), default: .double(2)), .fromLogits, .labelSmoothing,
      .lastAxis,
    ])
  static let aliases = ["categorical_focal_crossentropy"]
  let fromLogits: Bool
  /// σ of t (1 - σ) + σ / n, which stands for t among n classes.
  private let labelSmoothing: Float
  private let alpha: Float
  private let factor: FocalFactor
  var labelForm: LabelForm? { .oneHot }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    fromLogits = arguments.bool("from_logits")
    labelSmoothing = arguments.float("label_smoothing")
    alpha = arguments.float("alpha")
    factor = FocalFactor(gamma: arguments.float("gamma"))
  }

  func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    guard areLogits else { return ofProbabilities(outputs, target, gradient) }
    return withSpareElements(of: Float.self, count: outputs.count) { shares in
      shares.update(from: outputs)
      let softmax = Softmax()
      softmax.apply(shares, rowLength: outputs.count)
      let loss = ofProbabilities(Elements(shares), target, gradient)
      softmax.applyGradient(gradient, outputs: Elements(shares), rowLength: outputs.count)
      return loss
    }
  }

  /// With q = p / Σ p a slope is (dq - Σ dq q) / Σ p.
  private func ofProbabilities(
    _ outputs: Elements<Float>, _ target: Target, _ gradient: MutableElements<Float>
  ) -> Float {
    let total = LaneSum.of(outputs)
    let rest = labelSmoothing / Float(outputs.count)
    var (loss, moving) = (Float(0), Float(0))
    for index in outputs.indices {
      let wanted = target.value(at: index) * (1 - labelSmoothing) + rest
      let share = outputs[index] / total
      let kept = Crossentropy.clipped(share)
      let (value, slope) = factor.value(1 - kept)
      let entropy = -wanted * ScalarMath.log(kept)
      loss += alpha * value * entropy
      gradient[index] =
        Crossentropy.isInside(share) ? -alpha * (slope * entropy + value * wanted / kept) : 0
      moving += gradient[index] * share
    }
    for index in gradient.indices { gradient[index] = (gradient[index] - moving) / total }
    return loss
  }
}
