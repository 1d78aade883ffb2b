internal import Memory

/// -Σ t p / (|t| |p|): -1 where output and target point the same way (Keras'
/// `cosine_similarity`).
struct CosineSimilarity: Loss {
  static let signature = Signature.loss("CosineSimilarity", [.lastAxis])
  static let aliases = ["cosine_similarity"]

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    var (ofOutputs, ofTargets) = (Float(0), Float(0))
    for column in outputs.indices {
      let wanted = target.value(at: column)
      ofOutputs += outputs[column] * outputs[column]
      ofTargets += wanted * wanted
    }
    let (scale, targetScale) = (Self.inverse(ofOutputs), Self.inverse(ofTargets))
    var cosine: Float = 0
    for column in outputs.indices {
      cosine += (outputs[column] * scale) * (target.value(at: column) * targetScale)
    }
    // A vector too short to have a direction is scaled by a constant instead.
    let turn = scale == Self.most ? 0 : cosine
    for column in gradient.indices {
      let wanted = target.value(at: column) * targetScale
      gradient[column] = (turn * (outputs[column] * scale) - wanted) * scale
    }
    return -cosine
  }

  /// 1 / ε: no vector is scaled by more.
  private static let most: Float = 1 / Crossentropy.epsilon

  private static func inverse(_ squares: Float) -> Float {
    let inverse = 1 / squares.squareRoot()
    return inverse > most ? most : inverse
  }
}
