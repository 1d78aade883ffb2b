public import Memory

/// -mean(t log p + (1 - t) log(1 - p)) over the outputs (Keras' `binary_crossentropy`).
public struct BinaryCrossentropy: Loss {
  public static let signature = Signature.loss(
    "BinaryCrossentropy", [.fromLogits, .labelSmoothing, .lastAxis])
  public static let aliases = ["binary_crossentropy", "bce", "BCE"]
  public static var logitsActivation: (any ActivationFunction.Type)? { Sigmoid.self }
  public let fromLogits: Bool
  /// σ of t (1 - σ) + σ / 2, which stands for t.
  public let labelSmoothing: Float

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    fromLogits = arguments.bool("from_logits")
    labelSmoothing = arguments.float("label_smoothing")
  }

  public func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    let count = Float(outputs.count)
    var total: Float = 0
    for column in outputs.indices {
      let wanted = target.value(at: column) * (1 - labelSmoothing) + 0.5 * labelSmoothing
      let output = outputs[column]
      total += areLogits ? ofLogit(output, wanted) : ofProbability(output, wanted)
      gradient[column] =
        (areLogits ? ScalarMath.sigmoid(output) - wanted : slope(output, wanted)) / count
    }
    return total / count
  }

  /// max(z, 0) - z t + log(1 + exp(-|z|)), which can't overflow.
  private func ofLogit(_ logit: Float, _ wanted: Float) -> Float {
    let tail = ScalarMath.log(1 + ScalarMath.exp(-abs(logit)))
    return (logit > 0 ? logit : 0) - logit * wanted + tail
  }

  private func ofProbability(_ output: Float, _ wanted: Float) -> Float {
    let p = Crossentropy.clipped(output)
    return -(wanted * ScalarMath.log(p) + (1 - wanted) * ScalarMath.log(1 - p))
  }

  private func slope(_ output: Float, _ wanted: Float) -> Float {
    guard Crossentropy.isInside(output) else { return 0 }
    return (1 - wanted) / (1 - output) - wanted / output
  }
}
