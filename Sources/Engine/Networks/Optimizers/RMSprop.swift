internal import Kernels
package import Memory

/// RMSprop as Keras 3 has it: v ← ρ v + (1 - ρ) g²; w ← w - η g / √(v + ε).
///
/// Centered: v - ḡ² stands for v, with ḡ ← ρ ḡ + (1 - ρ) g. Momentum: m ← μ m + the increment,
/// and w ← w - m. Keras 2 added ε outside of the root.
package struct RMSprop: ElementwiseOptimizer {
  /// Keras' `RMSprop`, with what every optimizer takes.
  package static let signature = Signature.optimizer(
    "RMSprop", rate: 0.001,
    [
      .rate("rho", default: 0.9),
      Parameter("momentum", .number(ValueRange(lower: 0, upper: 1)), default: .double(0)),
      .epsilon,
      Parameter("centered", .bool, default: .bool(false)),
    ])
  /// What `optimizer='rmsprop'` names.
  package static let aliases = ["rmsprop"]
  /// Learning rate, weight decay and bounds, as every optimizer has them.
  package var settings: OptimizerSettings
  /// ρ, the share that the mean square keeps at each step; at least 0 and below 1.
  package let rho: Float
  /// 1 - ρ.
  let rest: Float
  /// μ, the share of the last increment that goes on; from 0 to 1, and 0 keeps no slot.
  package let momentum: Float
  /// ε, added under the root; at least 0.
  package let epsilon: Float
  /// Whether the mean square is taken around the mean gradient.
  package let centered: Bool

  /// `velocity`, then `momentum` where there is one, then `average_gradient` where centered.
  package var slotNames: [String] {
    ["velocity"] + (momentum > 0 ? ["momentum"] : []) + (centered ? ["average_gradient"] : [])
  }

  /// - Throws: ``ArgumentError`` for two bounds of the gradient at once, or a schedule that can't
  ///   be made.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    rho = arguments.float("rho")
    rest = arguments.complement("rho")
    momentum = arguments.float("momentum")
    epsilon = arguments.epsilon
    centered = arguments.bool("centered")
  }

  /// Moves the slots, then the weight, by one fused kernel where there is neither momentum nor
  /// centering.
  package func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    let velocity = slots[0]
    if !centered && momentum == 0 {
      KernelSet.active.rmsprop(
        weight, meanSquare: velocity, gradient: gradient, rate: rate, rho: rho,
        rest: rest, epsilon: epsilon)
      return
    }
    for index in weight.indices {
      let slope = gradient[index]
      velocity[index] = (rest * (slope * slope)).addingProduct(rho, velocity[index])
      var denominator = velocity[index] + epsilon
      if centered, let average = slots.last {
        average[index] = (rest * slope).addingProduct(rho, average[index])
        denominator = (velocity[index]).addingProduct(-average[index], average[index]) + epsilon
      }
      let increment = rate * slope / denominator.squareRoot()
      if momentum > 0 {
        slots[1][index] = increment.addingProduct(momentum, slots[1][index])
        weight[index] -= slots[1][index]
      } else {
        weight[index] -= increment
      }
    }
  }
}
