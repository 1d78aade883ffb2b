internal import Tensors

/// The same number everywhere.
struct Constant: Initializer {
  static let signature = Signature(
    "Constant", [Parameter("value", .number(.any), default: .double(0))])
  static let aliases = ["constant"]
  let value: Float

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    value = arguments.float("value")
  }

  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    [Float](repeating: value, count: shape.count)
  }
}
