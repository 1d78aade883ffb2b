/// -Σ t_i log p_i for one-hot labels (Keras' `categorical_crossentropy`).
public struct CategoricalCrossentropy: Loss {
  public static let signature = Signature("CategoricalCrossentropy", [logitsParameter])
  public static let aliases = ["categorical_crossentropy"]
  public static var logitsActivation: (any ActivationFunction.Type)? { Softmax.self }
  public let fromLogits: Bool
  public var labelForm: LabelForm? { .oneHot }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    fromLogits = arguments.bool("from_logits")
  }

  public func sample(
    _ outputs: UnsafeBufferPointer<Float>, target: Target, areLogits: Bool,
    gradient: UnsafeMutableBufferPointer<Float>
  ) -> Float {
    if let row = target.row {
      return areLogits
        ? Crossentropy.ofLogits(outputs, shares: row, gradient: gradient)
        : Crossentropy.ofProbabilities(outputs, shares: row, gradient: gradient)
    }
    let label = target.label
    return areLogits
      ? Crossentropy.ofLogits(outputs, class: label, gradient: gradient)
      : Crossentropy.ofProbabilities(outputs, class: label, gradient: gradient)
  }
}
