internal import Tensors

/// One everywhere.
struct Ones: Initializer {
  static let signature = Signature("Ones")
  static let aliases = ["ones", "one"]

  init() {}

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    [Float](repeating: 1, count: shape.count)
  }
}
