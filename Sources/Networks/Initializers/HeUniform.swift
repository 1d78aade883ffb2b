public import Tensors

/// Uniform in ±√(6 / fan in) (He et al. 2015).
public struct HeUniform: Initializer {
  public static let signature = Signature("HeUniform")
  public static let aliases = ["he_uniform"]

  public init() {}

  public init(_ arguments: BoundArguments) throws(ArgumentError) {}

  public func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    VarianceScaling.uniform(
      shape, variance: 2 / max(Fans(of: shape).fanIn, 1), seed: seed, stream: stream)
  }
}
