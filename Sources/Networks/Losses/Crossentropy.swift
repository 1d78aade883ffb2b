/// What the two categorical cross-entropies share.
enum Crossentropy {
  /// Keras' `epsilon()`: probabilities are kept this far from 0 and 1.
  static let epsilon: Float = 1e-7

  static func clipped(_ probability: Float) -> Float {
    min(max(probability, epsilon), 1 - epsilon)
  }

  static func isInside(_ probability: Float) -> Bool {
    probability >= epsilon && probability <= 1 - epsilon
  }

  /// log Σ exp(z) - z_class, and softmax(z) - one-hot as its gradient.
  static func ofLogits(
    _ logits: UnsafeBufferPointer<Float>, class label: Int,
    gradient: UnsafeMutableBufferPointer<Float>
  ) -> Float {
    let top = logits.reduce(-Float.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
    for index in logits.indices { gradient[index] = ScalarMath.exp(logits[index] - top) }
    let total = LaneSum.of(UnsafeBufferPointer(gradient))
    for index in gradient.indices { gradient[index] /= total }
    gradient[label] -= 1
    return ScalarMath.log(total) - (logits[label] - top)
  }

  /// Σ t_i (log Σ exp(z) - z_i), and softmax(z) Σ t - t as its gradient, for any shares t.
  static func ofLogits(
    _ logits: UnsafeBufferPointer<Float>, shares: UnsafeBufferPointer<Float>,
    gradient: UnsafeMutableBufferPointer<Float>
  ) -> Float {
    let top = logits.reduce(-Float.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
    for index in logits.indices { gradient[index] = ScalarMath.exp(logits[index] - top) }
    let total = LaneSum.of(UnsafeBufferPointer(gradient))
    let (logTotal, whole) = (ScalarMath.log(total), LaneSum.of(shares))
    var loss: Float = 0
    for index in gradient.indices {
      loss += shares[index] * (logTotal - (logits[index] - top))
      gradient[index] = gradient[index] / total * whole - shares[index]
    }
    return loss
  }

  /// -Σ t_i log(p_i / Σ p) with its gradient, for any shares t.
  static func ofProbabilities(
    _ outputs: UnsafeBufferPointer<Float>, shares: UnsafeBufferPointer<Float>,
    gradient: UnsafeMutableBufferPointer<Float>
  ) -> Float {
    let total = LaneSum.of(outputs)
    var (loss, whole): (Float, Float) = (0, 0)
    for index in outputs.indices {
      let probability = outputs[index] / total
      loss -= shares[index] * ScalarMath.log(clipped(probability))
      if isInside(probability) { whole += shares[index] }
    }
    for index in outputs.indices {
      gradient[index] =
        whole / total - (isInside(outputs[index] / total) ? shares[index] / outputs[index] : 0)
    }
    return loss
  }

  /// -log(p_class / Σ p) with its gradient 1 / Σ p - [i = class] / p_class.
  static func ofProbabilities(
    _ outputs: UnsafeBufferPointer<Float>, class label: Int,
    gradient: UnsafeMutableBufferPointer<Float>
  ) -> Float {
    let total = LaneSum.of(outputs)
    let probability = outputs[label] / total
    let inside = isInside(probability)
    for index in gradient.indices { gradient[index] = inside ? 1 / total : 0 }
    if inside { gradient[label] -= 1 / outputs[label] }
    return -ScalarMath.log(clipped(probability))
  }
}
