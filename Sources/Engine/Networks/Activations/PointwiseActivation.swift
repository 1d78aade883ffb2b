internal import Memory

/// An activation that maps each number on its own, with a slope that follows from the value.
protocol PointwiseActivation: ActivationFunction {
  /// The slope where the function has this value.
  func slope(atValue y: Float) -> Float
}

extension PointwiseActivation {
  func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int
  ) {
    for index in gradient.indices { gradient[index] *= slope(atValue: outputs[index]) }
  }
}
