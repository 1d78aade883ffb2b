internal import Memory

/// max(max((1 - t) p) - Σ t p + 1, 0) for one-hot labels (Keras' `categorical_hinge`).
struct CategoricalHinge: Loss {
  static let signature = Signature.loss("CategoricalHinge")
  static let aliases = ["categorical_hinge"]
  var labelForm: LabelForm? { .oneHot }

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    var (right, wrong, strongest) = (Float(0), -Float.infinity, 0)
    for column in outputs.indices {
      let wanted = target.value(at: column)
      right += wanted * outputs[column]
      let other = (1 - wanted) * outputs[column]
      if other > wrong || other.isNaN { (wrong, strongest) = (other, column) }
    }
    let lack = wrong - right + 1
    if lack < 0 {
      for column in gradient.indices { gradient[column] = 0 }
      return 0
    }
    for column in gradient.indices { gradient[column] = -target.value(at: column) }
    gradient[strongest] += 1 - target.value(at: strongest)
    return lack
  }
}
