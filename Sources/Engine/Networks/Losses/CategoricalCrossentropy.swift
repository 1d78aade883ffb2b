internal import Memory

/// -Σ t_i log p_i for one-hot labels (Keras' `categorical_crossentropy`).
struct CategoricalCrossentropy: Loss {
  static let signature = Signature.loss(
    "CategoricalCrossentropy", [.fromLogits, .labelSmoothing, .lastAxis])
  static let aliases = ["categorical_crossentropy"]
  static var logitsActivation: (any ActivationFunction.Type)? { Softmax.self }
  let fromLogits: Bool
  /// σ of t (1 - σ) + σ / n, which stands for t among n classes.
  let labelSmoothing: Float
  var labelForm: LabelForm? { .oneHot }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    fromLogits = arguments.bool("from_logits")
    labelSmoothing = arguments.float("label_smoothing")
  }

  func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    guard labelSmoothing == 0 else {
      return smooth(outputs, target, areLogits: areLogits, gradient)
    }
    if let row = target.row, row.count == outputs.count {
      return areLogits
        ? Crossentropy.ofLogits(outputs, shares: { row[$0] }, gradient: gradient)
        : Crossentropy.ofProbabilities(outputs, shares: { row[$0] }, gradient: gradient)
    }
    let label = target.label
    return areLogits
      ? Crossentropy.ofLogits(outputs, class: label, gradient: gradient)
      : Crossentropy.ofProbabilities(outputs, class: label, gradient: gradient)
  }

  private func smooth(
    _ outputs: Elements<Float>, _ target: Target, areLogits: Bool,
    _ gradient: MutableElements<Float>
  ) -> Float {
    let rest = labelSmoothing / Float(outputs.count)
    func share(_ index: Int) -> Float { target.value(at: index) * (1 - labelSmoothing) + rest }
    return areLogits
      ? Crossentropy.ofLogits(outputs, shares: share, gradient: gradient)
      : Crossentropy.ofProbabilities(outputs, shares: share, gradient: gradient)
  }
}
