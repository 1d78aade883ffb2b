internal import Tensors

/// `gain` on the diagonal of a matrix and 0 elsewhere.
struct Identity: Initializer {
  /// Keras' `Identity`, whose `gain` is 1 by default.
  static let signature = Signature(
    "Identity", [Parameter("gain", .number(.any), default: .double(1))])
  /// What `kernel_initializer='identity'` names.
  static let aliases = ["identity"]
  /// Two: anything but a matrix has no diagonal here, as in Keras.
  static var ranks: ClosedRange<Int> { 2...2 }
  /// What stands on the diagonal.
  let gain: Float

  /// Reads `gain`, which the signature has checked.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    gain = arguments.float("gain")
  }

  /// Draws nothing: a matrix that isn't square has zeros behind the diagonal's end.
  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    var values = [Float](repeating: 0, count: shape.count)
    for index in 0..<min(shape[0], shape[1]) { values[index * shape[1] + index] = gain }
    return values
  }
}
