public import Tensors

/// How a weight begins.
public protocol Initializer: Component {
  /// The weight's first values, a function of (seed, stream) alone.
  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float]
}
