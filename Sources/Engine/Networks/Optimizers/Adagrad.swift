internal import Memory

/// Adagrad (Duchi, Hazan and Singer 2011) as Keras 3 has it: a ← a + g²; w ← w - η g / √(a + ε).
struct Adagrad: ElementwiseOptimizer {
  static let signature = Signature.optimizer(
    "Adagrad", rate: 0.001,
    [
      Parameter("initial_accumulator_value", .number(.nonNegative), default: .double(0.1)),
      .epsilon,
    ])
  static let aliases = ["adagrad"]
  var settings: OptimizerSettings
  let initialAccumulator: Float
  let epsilon: Float
  var slotNames: [String] { ["accumulator"] }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    initialAccumulator = arguments.float("initial_accumulator_value")
    epsilon = arguments.epsilon
  }

  func initialValue(ofSlot index: Int) -> Float { initialAccumulator }

  func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    let accumulator = slots[0]
    for index in weight.indices {
      let slope = gradient[index]
      accumulator[index] += slope * slope
      weight[index] -= rate * slope / (accumulator[index] + epsilon).squareRoot()
    }
  }
}
