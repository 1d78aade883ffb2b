internal import Memory

/// -log(p_class / Σ p) for integer labels (Keras' `sparse_categorical_crossentropy`).
///
/// Keras takes the logarithms of the probabilities as logits, whether they add up to 1 or not.
struct SparseCategoricalCrossentropy: Loss {
  static let signature = Signature.loss(
    "SparseCategoricalCrossentropy", [.fromLogits, .lastAxis])
  static let aliases = ["sparse_categorical_crossentropy"]
  static var logitsActivation: (any ActivationFunction.Type)? { Softmax.self }
  let fromLogits: Bool
  var labelForm: LabelForm? { .integer }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    fromLogits = arguments.bool("from_logits")
  }

  func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    let label = target.label
    return areLogits
      ? Crossentropy.ofLogits(outputs, class: label, gradient: gradient)
      : Crossentropy.ofLogarithms(outputs, class: label, gradient: gradient)
  }
}
