public import Tensors

/// Truncated normal of variance 2 / (fan in + fan out) (Glorot and Bengio 2010).
public struct GlorotNormal: Initializer {
  public static let signature = Signature("GlorotNormal")
  public static let aliases = ["glorot_normal"]

  public init() {}

  public init(_ arguments: BoundArguments) throws(ArgumentError) {}

  public func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    VarianceScaling.truncatedNormal(
      shape, variance: 1 / Fans(of: shape).mean, seed: seed, stream: stream)
  }
}
