internal import Memory
internal import Tensors

/// A running mean of each weight (Polyak and Juditsky 1992), Keras' `use_ema`:
/// average ← μ average + (1 - μ) w behind each step, from the weight itself behind the first.
public struct WeightAverage: Hashable, Sendable {
  /// μ, the share that the mean keeps; from 0 to 1.
  public let momentum: Float
  /// After how many steps the weights take the mean's place again and again; nil for never.
  public let frequency: Int?

  /// The name of the slot, behind the optimizer's own.
  static let slotName = "average"

  /// Nil where a program doesn't ask for one.
  init?(_ arguments: BoundArguments) {
    guard arguments.bool("use_ema") else { return nil }
    momentum = arguments.float("ema_momentum")
    if case .int(let steps)? = arguments["ema_overwrite_frequency"] {
      frequency = steps
    } else {
      frequency = nil
    }
  }

  /// Moves the mean of a part of a weight, and the part itself where its time has come.
  ///
  /// - Parameter step: the number of the step, from 1.
  func follow(
    _ weight: MutableElements<Float>, average: MutableElements<Float>, step: Int
  ) {
    let share = step > 1 ? momentum : 0
    for index in weight.indices {
      average[index] = share * average[index] + (1 - share) * weight[index]
    }
    if let frequency, step % frequency == 0 { weight.update(from: average) }
  }
}

extension Optimizer {
  /// All that is kept for each trainable weight: the optimizer's own slots, and a running mean.
  public var keptNames: [String] {
    slotNames + (settings.average == nil ? [] : [WeightAverage.slotName])
  }
}

extension OptimizerState {
  /// The weights with their running means in their places, as a fit leaves them in the end; nil where the
  /// optimizer keeps none, or has made no step.
  package func averaged(
    _ weights: ModelWeights, _ optimizer: any Optimizer, _ model: Model
  ) -> ModelWeights? {
    guard optimizer.settings.average != nil, step > 0 else { return nil }
    let slots = optimizer.keptNames.count
    var averaged = weights
    var trained = 0
    for (index, spec) in model.weightSpecs.enumerated() where spec.isTrainable {
      trained += 1
      averaged.tensors[index].values = self.slots[trained * slots - 1]
    }
    return averaged
  }
}
