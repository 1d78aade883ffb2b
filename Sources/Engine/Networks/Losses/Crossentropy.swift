internal import Memory

/// What the two categorical cross-entropies share.
enum Crossentropy {
  /// Keras' `epsilon()`: probabilities are kept this far from 0 and 1.
  static let epsilon: Float = 1e-7

  static func clipped(_ probability: Float) -> Float {
    min(max(probability, epsilon), 1 - epsilon)
  }

  /// Whether a probability moves the loss; one that is no number does, so that it shows.
  static func isInside(_ probability: Float) -> Bool {
    !(probability < epsilon || probability > 1 - epsilon)
  }

  /// log Σ exp(z) - z_class, and softmax(z) - one-hot as its gradient.
  static func ofLogits(
    _ logits: Elements<Float>, class label: Int,
    gradient: MutableElements<Float>
  ) -> Float {
    let top = logits.reduce(-Float.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
    for index in logits.indices { gradient[index] = ScalarMath.exp(logits[index] - top) }
    let total = LaneSum.of(Elements(gradient))
    for index in gradient.indices { gradient[index] /= total }
    gradient[label] -= 1
    return ScalarMath.log(total) - (logits[label] - top)
  }

  /// Σ t (log Σ exp(z) - z) for targets that are shares, and softmax(z) - t as TensorFlow's gradient,
  /// which takes it that they add up to 1.
  static func ofLogits(
    _ logits: Elements<Float>, shares: (Int) -> Float,
    gradient: MutableElements<Float>
  ) -> Float {
    let top = logits.reduce(-Float.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
    for index in logits.indices { gradient[index] = ScalarMath.exp(logits[index] - top) }
    let total = LaneSum.of(Elements(gradient))
    let logarithm = ScalarMath.log(total)
    var loss: Float = 0
    for index in gradient.indices {
      let share = shares(index)
      loss += share * (logarithm - (logits[index] - top))
      gradient[index] = gradient[index] / total - share
    }
    return loss
  }

  /// -Σ t log(p / Σ p) for targets that are shares, with its gradient.
  static func ofProbabilities(
    _ outputs: Elements<Float>, shares: (Int) -> Float,
    gradient: MutableElements<Float>
  ) -> Float {
    let total = LaneSum.of(outputs)
    var (loss, moving) = (Float(0), Float(0))
    for index in outputs.indices {
      let (share, probability) = (shares(index), outputs[index] / total)
      loss -= share * ScalarMath.log(clipped(probability))
      let moves = isInside(probability)
      gradient[index] = moves ? -share / outputs[index] : 0
      if moves { moving += share }
    }
    for index in gradient.indices { gradient[index] += moving / total }
    return loss
  }

  /// -log(p_class / Σ p) with its gradient 1 / Σ p - [i = class] / p_class.
  static func ofProbabilities(
    _ outputs: Elements<Float>, class label: Int,
    gradient: MutableElements<Float>
  ) -> Float {
    let total = LaneSum.of(outputs)
    let probability = outputs[label] / total
    let inside = isInside(probability)
    for index in gradient.indices { gradient[index] = inside ? 1 / total : 0 }
    if inside { gradient[label] -= 1 / outputs[label] }
    return -ScalarMath.log(clipped(probability))
  }

  /// The cross-entropy of logits log p, for probabilities that need not add up to 1, with its gradient
  /// (p_i / Σ p - [i = class]) / p_i.
  static func ofLogarithms(
    _ outputs: Elements<Float>, class label: Int, gradient: MutableElements<Float>
  ) -> Float {
    withSpareElements(of: Float.self, count: outputs.count) { logarithms in
      for index in outputs.indices {
        logarithms[index] = ScalarMath.log(clipped(outputs[index]))
      }
      let loss = ofLogits(Elements(logarithms), class: label, gradient: gradient)
      for index in gradient.indices {
        gradient[index] = isInside(outputs[index]) ? gradient[index] / outputs[index] : 0
      }
      return loss
    }
  }
}
