public import Memory

/// -log p_class for integer labels (Keras' `sparse_categorical_crossentropy`).
public struct SparseCategoricalCrossentropy: Loss {
  public static let signature = Signature.loss(
    "SparseCategoricalCrossentropy", [.fromLogits, .lastAxis])
  public static let aliases = ["sparse_categorical_crossentropy"]
  public static var logitsActivation: (any ActivationFunction.Type)? { Softmax.self }
  public let fromLogits: Bool
  public var labelForm: LabelForm? { .integer }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    fromLogits = arguments.bool("from_logits")
  }

  public func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    let label = target.label
    return areLogits
      ? Crossentropy.ofLogits(outputs, class: label, gradient: gradient)
      : Crossentropy.ofProbabilities(outputs, class: label, gradient: gradient)
  }
}
