public import Tensors

/// An initializer that is ``VarianceScaling`` with a name of its own.
public protocol ScaledInitializer: Initializer {
  var scaling: VarianceScaling { get }
}

extension ScaledInitializer {
  public func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    scaling.values(for: shape, seed: seed, stream: stream)
  }
}
