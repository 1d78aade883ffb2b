internal import Tensors

/// The distributions behind the Glorot and He initializers (Keras' `VarianceScaling`).
enum VarianceScaling {
  /// Uniform in ±√(3 · variance).
  static func uniform(
    _ shape: Shape, variance: Double, seed: UInt64, stream: UInt64
  ) -> [Float] {
    let limit = Float((3 * variance).squareRoot())
    return RandomStream(seed: seed, stream: stream).uniform(count: shape.count, in: -limit..<limit)
  }

  /// Normal, cut off at two standard deviations; the divisor restores the variance that the cut
  /// takes away.
  static func truncatedNormal(
    _ shape: Shape, variance: Double, seed: UInt64, stream: UInt64
  ) -> [Float] {
    let deviation = Float(variance.squareRoot() / 0.879_625_661_034_239_78)
    return RandomStream(seed: seed, stream: stream)
      .truncatedNormal(count: shape.count, deviation: deviation)
  }
}
