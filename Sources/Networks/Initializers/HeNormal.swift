public import Tensors

/// Truncated normal of variance 2 / fan in (He et al. 2015).
public struct HeNormal: Initializer {
  public static let signature = Signature("HeNormal")
  public static let aliases = ["he_normal"]

  public init() {}

  public init(_ arguments: BoundArguments) throws(ArgumentError) {}

  public func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    VarianceScaling.truncatedNormal(
      shape, variance: 2 / max(Fans(of: shape).fanIn, 1), seed: seed, stream: stream)
  }
}
