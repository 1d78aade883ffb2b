public import Tensors

/// The same number everywhere.
public struct Constant: Initializer {
  public static let signature = Signature(
    "Constant", [Parameter("value", .number(.any), default: .double(0))])
  public static let aliases = ["constant"]
  public let value: Float

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    value = arguments.float("value")
  }

  public func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    [Float](repeating: value, count: shape.count)
  }
}
