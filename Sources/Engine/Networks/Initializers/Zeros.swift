internal import Tensors

/// Zero everywhere.
struct Zeros: Initializer {
  static let signature = Signature("Zeros")
  static let aliases = ["zeros", "zero"]

  init() {}

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    [Float](repeating: 0, count: shape.count)
  }
}
