internal import Memory

/// Adadelta (Zeiler 2012) as Keras 3 has it: a ← ρ a + (1 - ρ) g²; d = g √(b + ε) / √(a + ε);
/// b ← ρ b + (1 - ρ) d²; w ← w - η d.
struct Adadelta: ElementwiseOptimizer {
  static let signature = Signature.optimizer(
    "Adadelta", rate: 0.001, [.rate("rho", default: 0.95), .epsilon])
  static let aliases = ["adadelta"]
  var settings: OptimizerSettings
  let rho: Float
  /// 1 - ρ.
  let rest: Float
  let epsilon: Float
  var slotNames: [String] { ["accumulated_grad", "accumulated_delta_var"] }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    rho = arguments.float("rho")
    rest = arguments.complement("rho")
    epsilon = arguments.epsilon
  }

  func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    let (squares, changes) = (slots[0], slots[1])
    for index in weight.indices {
      let slope = gradient[index]
      squares[index] = rho * squares[index] + rest * (slope * slope)
      let change =
        (changes[index] + epsilon).squareRoot() * slope / (squares[index] + epsilon).squareRoot()
      changes[index] = rho * changes[index] + rest * (change * change)
      weight[index] -= rate * change
    }
  }
}
