/// Half the squared error up to δ, and δ (|p - t| - δ / 2) beyond; the mean over the outputs
/// (Huber 1964, Keras' `huber`).
struct Huber: ElementwiseLoss {
  /// Keras' `Huber`, whose `delta` is δ.
  static let signature = Signature.loss(
    "Huber", [Parameter("delta", .number(.positive), default: .double(1))])
  /// Keras' function, as `loss='huber'` names it, and other spellings.
  static let aliases = ["huber", "huber_loss"]
  /// δ, the error from which the cost grows in proportion; above 0.
  let delta: Float

  /// Reads `delta`, which the signature has checked.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    delta = arguments.float("delta")
  }

  func cost(of output: Float, wanted: Float) -> (value: Float, slope: Float) {
    let error = output - wanted
    if abs(error) > delta {
      return (delta * abs(error) - 0.5 * (delta * delta), delta * Sign.of(error))
    }
    return (0.5 * (error * error), error)
  }
}
