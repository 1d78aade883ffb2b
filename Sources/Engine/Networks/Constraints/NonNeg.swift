internal import Memory
internal import Tensors

/// No number below 0 (Keras' `NonNeg`).
struct NonNeg: Constraint {
  static let signature = Signature("NonNeg")
  static let aliases = ["non_neg"]

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func apply(_ weight: MutableElements<Float>, shape: Shape) {
    for index in weight.indices where weight[index] < 0 { weight[index] = 0 }
  }
}
