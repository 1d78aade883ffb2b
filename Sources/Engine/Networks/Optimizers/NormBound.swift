internal import Memory

/// A bound for the norm √Σ g² of gradients (Pascanu, Mikolov and Bengio 2013).
public enum NormBound: Hashable, Sendable {
  /// Each weight's gradient is shrunk on its own: Keras' `clipnorm`.
  case each(Float)
  /// All gradients are shrunk alike, by their common norm: Keras' `global_clipnorm`.
  case all(Float)

  /// What each weight's gradient has to be multiplied by, given their sums of squares.
  func scales(ofSquares squares: [Double]) -> [Float] {
    switch self {
    case .each(let bound):
      return squares.map { Self.scale(norm: $0.squareRoot(), bound: bound) }
    case .all(let bound):
      let norm = squares.reduce(0, +).squareRoot()
      return squares.map { _ in Self.scale(norm: norm, bound: bound) }
    }
  }

  /// 1 within the bound; NaN for a norm that is NaN, so that it shows in the weights.
  private static func scale(norm: Double, bound: Float) -> Float {
    norm <= Double(bound) ? 1 : Float(Double(bound) / norm)
  }

  /// Σ g² in a fixed order: four lanes, then a fixed tree.
  static func squares(of gradient: Elements<Float>) -> Double {
    var lanes = SIMD4<Double>()
    let whole = gradient.count / 4 * 4
    for start in stride(from: 0, to: whole, by: 4) {
      let numbers = SIMD4(
        Double(gradient[start]), Double(gradient[start + 1]), Double(gradient[start + 2]),
        Double(gradient[start + 3]))
      lanes += numbers * numbers
    }
    for index in whole..<gradient.count {
      lanes[index - whole] += Double(gradient[index]) * Double(gradient[index])
    }
    return (lanes[0] + lanes[2]) + (lanes[1] + lanes[3])
  }

  /// Multiplies a gradient by its scale.
  static func shrink(_ gradient: MutableElements<Float>, by scale: Float) {
    if scale == 1 { return }
    for index in gradient.indices { gradient[index] *= scale }
  }
}
