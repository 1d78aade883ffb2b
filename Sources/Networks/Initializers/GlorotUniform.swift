public import Tensors

/// Uniform in ±√(6 / (fan in + fan out)) (Glorot and Bengio 2010), Keras' default for kernels.
public struct GlorotUniform: Initializer {
  public static let signature = Signature("GlorotUniform")
  public static let aliases = ["glorot_uniform"]

  public init() {}

  public init(_ arguments: BoundArguments) throws(ArgumentError) {}

  public func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    VarianceScaling.uniform(
      shape, variance: 1 / Fans(of: shape).mean, seed: seed, stream: stream)
  }
}
