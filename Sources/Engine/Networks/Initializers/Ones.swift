public import Tensors

/// One everywhere.
public struct Ones: Initializer {
  public static let signature = Signature("Ones")
  public static let aliases = ["ones", "one"]

  public init() {}

  public init(_ arguments: BoundArguments) throws(ArgumentError) {}

  public func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    [Float](repeating: 1, count: shape.count)
  }
}
