internal import Memory

/// mean(max(1 - t p, 0)²) over the outputs, targets -1 and 1; 0 and 1 stand for those (Keras'
/// `squared_hinge`).
struct SquaredHinge: Loss {
  static let signature = Signature.loss("SquaredHinge")
  static let aliases = ["squared_hinge"]

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    HingeTarget.sample(outputs, target: target, gradient: gradient) { lack in
      lack < 0 ? (0, 0) : (lack * lack, 2 * lack)
    }
  }
}
