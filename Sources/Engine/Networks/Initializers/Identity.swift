package import Tensors

/// `gain` on the diagonal of a matrix and 0 elsewhere.
package struct Identity: Initializer {
  package static let signature = Signature(
    "Identity", [Parameter("gain", .number(.any), default: .double(1))])
  package static let aliases = ["identity"]
  package static var ranks: ClosedRange<Int> { 2...2 }
  package let gain: Float

  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    gain = arguments.float("gain")
  }

  package func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    var values = [Float](repeating: 0, count: shape.count)
    for index in 0..<min(shape[0], shape[1]) { values[index * shape[1] + index] = gain }
    return values
  }
}
