internal import Memory

/// -log p_class for integer labels (Keras' `sparse_categorical_crossentropy`).
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
      : Crossentropy.ofProbabilities(outputs, class: label, gradient: gradient)
  }
}
