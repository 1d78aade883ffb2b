public import Tensors

/// `gain` on the diagonal of a matrix and 0 elsewhere.
public struct Identity: Initializer {
  public static let signature = Signature(
    "Identity", [Parameter("gain", .number(.any), default: .double(1))])
  public static let aliases = ["identity"]
  public static var ranks: ClosedRange<Int> { 2...2 }
  public let gain: Float

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    gain = arguments.float("gain")
  }

  public func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    var values = [Float](repeating: 0, count: shape.count)
    for index in 0..<min(shape[0], shape[1]) { values[index * shape[1] + index] = gain }
    return values
  }
}
