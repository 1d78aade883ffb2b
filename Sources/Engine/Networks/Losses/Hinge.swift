internal import Memory

/// mean(max(1 - t p, 0)) over the outputs, targets -1 and 1; 0 and 1 stand for those (Keras'
/// `hinge`).
struct Hinge: Loss {
  static let signature = Signature.loss("Hinge")
  static let aliases = ["hinge"]

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    HingeTarget.sample(outputs, target: target, gradient: gradient) { lack in
      lack < 0 ? (0, 0) : (lack, 1)
    }
  }
}
