public import Memory

/// Adagrad (Duchi, Hazan and Singer 2011) as Keras 3 has it: a ← a + g²; w ← w - η g / √(a + ε).
public struct Adagrad: Optimizer {
  public static let signature = Signature.optimizer(
    "Adagrad", rate: 0.001,
    [
      Parameter("initial_accumulator_value", .number(.nonNegative), default: .double(0.1)),
      .epsilon,
    ])
  public static let aliases = ["adagrad"]
  public var settings: OptimizerSettings
  public let initialAccumulator: Float
  public let epsilon: Float
  public var slotNames: [String] { ["accumulator"] }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    initialAccumulator = arguments.float("initial_accumulator_value")
    epsilon = arguments.epsilon
  }

  public func initialValue(ofSlot index: Int) -> Float { initialAccumulator }

  public func move(
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
