internal import Tensors

/// What an optimizer keeps between steps, as flat arrays.
public struct OptimizerState: Hashable, Sendable, Codable {
  /// How many steps were done.
  public var step: Int
  /// For each trainable weight in order, one array for each of the optimizer's slots.
  public var slots: [[Float]]

  public init(step: Int, slots: [[Float]]) {
    self.step = step
    self.slots = slots
  }

  /// How many numbers each of a state's arrays has.
  package static func slotCounts(_ optimizer: any Optimizer, model: Model) -> [Int] {
    model.weightSpecs.filter(\.isTrainable).flatMap { spec in
      optimizer.slotNames.map { _ in spec.shape.count }
    }
  }

  /// The state before the first step.
  public init(_ optimizer: any Optimizer, model: Model) {
    step = 0
    slots = model.weightSpecs.filter(\.isTrainable).flatMap { spec in
      optimizer.slotNames.indices.map { slot in
        [Float](repeating: optimizer.initialValue(ofSlot: slot), count: spec.shape.count)
      }
    }
  }
}
