/// What was right of one label, or of several together, and the shares that scikit-learn makes of it.
struct ClassScores {
  var right = 0.0
  /// How often it was said.
  var said = 0.0
  /// How often it is so.
  var support = 0.0
  /// What a share of nothing is.
  let zero: Double

  init(zero: Double) { self.zero = zero }

  /// All of them together.
  init(_ parts: [ClassScores], zero: Double) {
    self.zero = zero
    for part in parts {
      right += part.right
      said += part.said
      support += part.support
    }
  }

  var precision: Double { said == 0 ? zero : right / said }
  var recall: Double { support == 0 ? zero : right / support }
  var f1: Double { said + support == 0 ? zero : 2 * right / (said + support) }

  /// The mean of a share with weights.
  static func mean(
    _ scores: [ClassScores], _ weights: [Double], _ share: (ClassScores) -> Double
  ) -> Double {
    let whole = weights.reduce(0, +)
    guard whole != 0 else { return scores.first?.zero ?? 0 }
    return zip(scores, weights).reduce(0) { $0 + share($1.0) * $1.1 } / whole
  }
}
