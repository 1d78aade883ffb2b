internal import Memory

/// The mean over the outputs of (1 - q)^γ times the binary cross-entropy, with q the share that an output
/// gives to its target (Keras' `binary_focal_crossentropy`).
struct BinaryFocalCrossentropy: Loss {
  static let signature = Signature.loss(
    "BinaryFocalCrossentropy",
    [
      Parameter("apply_class_balancing", .bool, default: .bool(false)),
      Parameter("alpha", .number(.any), default: .double(0.25)),
      Parameter("gamma", .number(.nonNegative), default: .double(2)), .fromLogits, .labelSmoothing,
      .lastAxis,
    ])
  static let aliases = ["binary_focal_crossentropy"]
  static var logitsActivation: (any ActivationFunction.Type)? { Sigmoid.self }
  static var judgesRows: Bool { false }
  let fromLogits: Bool
  /// σ of t (1 - σ) + σ / 2, which stands for t.
  private let labelSmoothing: Float
  /// α of the weight t α + (1 - t) (1 - α); nil where classes aren't balanced.
  private let alpha: Float?
  private let factor: FocalFactor

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    fromLogits = arguments.bool("from_logits")
    labelSmoothing = arguments.float("label_smoothing")
    alpha = arguments.bool("apply_class_balancing") ? arguments.float("alpha") : nil
    factor = FocalFactor(gamma: arguments.float("gamma"))
  }

  func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    var total: Float = 0
    let count = Float(outputs.count)
    for column in outputs.indices {
      let wanted = target.value(at: column) * (1 - labelSmoothing) + 0.5 * labelSmoothing
      let (cost, slope) =
        areLogits ? ofLogit(outputs[column], wanted) : ofProbability(outputs[column], wanted)
      let weight = alpha.map { wanted * $0 + (1 - wanted) * (1 - $0) } ?? 1
      total += weight * cost
      gradient[column] = weight * slope / count
    }
    return total / count
  }

  /// The cross-entropy is that of the logit, which can't overflow; the factor sees the probability.
  private func ofLogit(_ logit: Float, _ wanted: Float) -> (cost: Float, slope: Float) {
    let probability = ScalarMath.sigmoid(logit)
    let entropy =
      max(logit, 0) - logit * wanted + ScalarMath.logOnePlus(ScalarMath.exp(-abs(logit)))
    let (cost, share) = focused(entropy, probability, wanted)
    let inner = probability * (1 - probability)
    return (cost, share.factor * (probability - wanted) + share.slope * inner)
  }

  private func ofProbability(_ output: Float, _ wanted: Float) -> (cost: Float, slope: Float) {
    let kept = Crossentropy.clipped(output)
    let entropy = -(wanted * ScalarMath.log(kept) + (1 - wanted) * ScalarMath.log(1 - kept))
    let (cost, share) = focused(entropy, output, wanted)
    let slope =
      Crossentropy.isInside(output) ? (1 - wanted) / (1 - output) - wanted / output : 0
    return (cost, share.factor * slope + share.slope)
  }

  /// The product, the factor, and the slope that the factor's change gives for the probability.
  private func focused(
    _ entropy: Float, _ probability: Float, _ wanted: Float
  ) -> (cost: Float, share: (factor: Float, slope: Float)) {
    let rest = 1 - (wanted * probability + (1 - wanted) * (1 - probability))
    let (value, slope) = factor.value(rest)
    return (value * entropy, (value, -slope * (2 * wanted - 1) * entropy))
  }
}
