/// An activation that maps each number on its own.
protocol PointwiseActivation: ActivationFunction {
  func value(at x: Float) -> Float
  /// The slope where the function has this value.
  func slope(atValue y: Float) -> Float
}

extension PointwiseActivation {
  public func apply(_ values: UnsafeMutableBufferPointer<Float>, rowLength: Int) {
    for index in values.indices { values[index] = value(at: values[index]) }
  }

  public func applyGradient(
    _ gradient: UnsafeMutableBufferPointer<Float>, outputs: UnsafeBufferPointer<Float>,
    rowLength: Int
  ) {
    for index in gradient.indices { gradient[index] *= slope(atValue: outputs[index]) }
  }
}
