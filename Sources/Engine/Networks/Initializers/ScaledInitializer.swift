package import Tensors

/// An initializer that is ``VarianceScaling`` with a name of its own.
package protocol ScaledInitializer: Initializer {
  var scaling: VarianceScaling { get }
}

extension ScaledInitializer {
  package func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    scaling.values(for: shape, seed: seed, stream: stream)
  }
}
