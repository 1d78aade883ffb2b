internal import Memory

/// Lion (Chen and others 2023): w ← w - η sign(β₁ m + (1 - β₁) g), then m ← β₂ m + (1 - β₂) g.
struct Lion: ElementwiseOptimizer {
  static let signature = Signature.optimizer(
    "Lion", rate: 0.001,
    [
      // Keras refuses a β₁ of 0, which would leave nothing but the gradient's sign.
      Parameter(
        "beta_1", .number(ValueRange(lower: 0, upper: 1, includesLower: false)),
        default: .double(0.9)),
      .rate("beta_2", default: 0.99),
    ],
    takesDecay: false)
  static let aliases = ["lion"]
  var settings: OptimizerSettings
  let beta1: Float
  let beta2: Float
  /// 1 - β₁ and 1 - β₂.
  let rests: (first: Float, second: Float)
  var slotNames: [String] { ["momentum"] }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    beta1 = arguments.float("beta_1")
    beta2 = arguments.float("beta_2")
    rests = (arguments.complement("beta_1"), arguments.complement("beta_2"))
  }

  func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    let mean = slots[0]
    for index in weight.indices {
      let slope = gradient[index]
      weight[index] -= rate * Self.sign(mean[index] * beta1 + slope * rests.first)
      mean[index] = mean[index] * beta2 + slope * rests.second
    }
  }

  /// -1, 0 or 1; NaN for NaN.
  private static func sign(_ number: Float) -> Float {
    number > 0 ? 1 : number < 0 ? -1 : number
  }
}
