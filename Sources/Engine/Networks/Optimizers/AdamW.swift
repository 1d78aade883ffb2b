internal import Memory

/// Adam with weight decay apart from the gradient (Loshchilov and Hutter 2019), λ = 0.004 as in
/// Keras 3.
struct AdamW: ElementwiseOptimizer {
  static let signature = Signature.optimizer(
    "AdamW", rate: 0.001,
    [Parameter("weight_decay", .number(.nonNegative), default: .double(0.004))]
      + Adam.ownParameters,
    takesDecay: false)
  static let aliases = ["adamw"]
  var settings: OptimizerSettings
  private let adam: Adam
  var slotNames: [String] { adam.slotNames }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    adam = try Adam(arguments)
    settings = adam.settings
  }

  func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    adam.move(weight, gradient: gradient, slots: slots, rate: rate, step: step)
  }
}
