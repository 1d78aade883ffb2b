public import Tensors

/// Zero everywhere.
public struct Zeros: Initializer {
  public static let signature = Signature("Zeros")
  public static let aliases = ["zeros", "zero"]

  public init() {}

  public init(_ arguments: BoundArguments) throws(ArgumentError) {}

  public func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    [Float](repeating: 0, count: shape.count)
  }
}
