internal import Tensors

/// An initializer that is ``VarianceScaling`` with a name of its own.
protocol ScaledInitializer: Initializer {
  /// Scale, fan and distribution, as the initializer's paper gives them.
  var scaling: VarianceScaling { get }
}

extension ScaledInitializer {
  /// Draws what ``scaling`` draws for the weight's fans.
  package func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    scaling.values(for: shape, seed: seed, stream: stream)
  }
}
