internal import Memory

/// -mean(t log p + (1 - t) log(1 - p)) over the outputs (Keras' `binary_crossentropy`).
struct BinaryCrossentropy: Loss {
  static let signature = Signature.loss(
    "BinaryCrossentropy", [.fromLogits, .labelSmoothing, .lastAxis])
  static let aliases = ["binary_crossentropy", "bce", "BCE"]
  static var logitsActivation: (any ActivationFunction.Type)? { Sigmoid.self }
  static var judgesRows: Bool { false }
  let fromLogits: Bool
  /// σ of t (1 - σ) + σ / 2, which stands for t.
  let labelSmoothing: Float

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    fromLogits = arguments.bool("from_logits")
    labelSmoothing = arguments.float("label_smoothing")
  }

  func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    let total =
      areLogits
      ? ofLogits(outputs, target, slopes: gradient)
      : ofProbabilities(outputs, target, slopes: gradient)
    let count = Float(outputs.count)
    for column in gradient.indices { gradient[column] /= count }
    return total / count
  }

  private func wanted(_ target: Target, _ column: Int) -> Float {
    target.value(at: column) * (1 - labelSmoothing) + 0.5 * labelSmoothing
  }

  /// Σ max(z, 0) - z t + log(1 + exp(-|z|)), which can't overflow.
  private func ofLogits(
    _ logits: Elements<Float>, _ target: Target, slopes: MutableElements<Float>
  ) -> Float {
    var total: Float = 0
    BlockMath.forEach(logits, Self.tail) { column, logit, tail in
      total += (logit > 0 ? logit : 0) - logit * wanted(target, column) + tail
    }
    BlockMath.forEach(logits, BlockMath.sigmoid) { column, _, probability in
      slopes[column] = probability - wanted(target, column)
    }
    return total
  }

  private static func tail(_ logits: MutableElements<Float>) {
    BlockMath.map(logits) { -abs($0) }
    BlockMath.exp(logits)
    BlockMath.map(logits) { 1 + $0 }
    BlockMath.log(logits)
  }

  /// Σ -(t log p + (1 - t) log(1 - p)).
  private func ofProbabilities(
    _ outputs: Elements<Float>, _ target: Target, slopes: MutableElements<Float>
  ) -> Float {
    for column in outputs.indices { slopes[column] = 1 - Crossentropy.clipped(outputs[column]) }
    BlockMath.log(slopes)
    var total: Float = 0
    BlockMath.forEach(outputs, Self.logarithm) { column, output, logarithm in
      let wanted = wanted(target, column)
      total += -(wanted * logarithm + (1 - wanted) * slopes[column])
      slopes[column] = slope(output, wanted)
    }
    return total
  }

  private static func logarithm(_ outputs: MutableElements<Float>) {
    BlockMath.map(outputs, Crossentropy.clipped)
    BlockMath.log(outputs)
  }

  private func slope(_ output: Float, _ wanted: Float) -> Float {
    guard Crossentropy.isInside(output) else { return 0 }
    return (1 - wanted) / (1 - output) - wanted / output
  }
}
