public import Tensors

/// How a weight begins.
public protocol Initializer: Component {
  /// How many axes a weight may have that begins so; any number for most.
  static var ranks: ClosedRange<Int> { get }
  /// The weight's first values, a function of (seed, stream) alone.
  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float]
}

extension Initializer {
  /// Weights with any number of axes, vectors included.
  public static var ranks: ClosedRange<Int> { 0...Int.max }
}
