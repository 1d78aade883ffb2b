internal import Tensors

/// What an optimizer keeps between steps, as flat arrays.
public struct OptimizerState: Hashable, Sendable {
  /// How many steps were done.
  public var step: Int
  /// For each trainable weight in order, one array for each of the optimizer's slots.
  public var slots: [[Float]]

  /// A state as it is said to be, whether it fits an optimizer or not.
  package init(step: Int, slots: [[Float]]) {
    self.step = step
    self.slots = slots
  }

  /// How many numbers each of a state's arrays has.
  static func slotCounts(_ optimizer: any Optimizer, model: Model) -> [Int] {
    model.weightSpecs.filter(\.isTrainable).flatMap { spec in
      optimizer.keptNames.map { _ in spec.shape.count }
    }
  }

  /// A state from numbers in order, as they come from a file or a checkpoint.
  ///
  /// - Returns: nil where the arrays don't fit the optimizer and the model, or no training has so many steps.
  public init?(step: Int, slots: [[Float]], of optimizer: any Optimizer, _ model: Model) {
    guard 0..<Self.stepLimit ~= step, slots.map(\.count) == Self.slotCounts(optimizer, model: model)
    else { return nil }
    self.init(step: step, slots: slots)
  }

  /// More steps than any training takes, and so few that they are whole numbers as doubles too.
  private static let stepLimit = 1 << 52

  /// Whether the state is one that an optimizer of this kind keeps for the model.
  package func fits(_ optimizer: any Optimizer, _ model: Model) -> Bool {
    slots.map(\.count) == Self.slotCounts(optimizer, model: model)
  }

  /// How many numbers an optimizer keeps for a model, slots that it has no use for left out.
  package static func count(_ optimizer: any Optimizer, _ model: Model) -> Int {
    let facts = model.layers.flatMap(\.weightFacts)
    return zip(model.weightSpecs, facts).filter { $0.0.isTrainable }.map { spec, facts in
      spec.shape.count * optimizer.keptNames.indices.count { optimizer.uses(slot: $0, of: facts) }
    }.reduce(0, +)
  }

  /// The state before the first step.
  public init(_ optimizer: any Optimizer, model: Model) {
    step = 0
    slots = model.weightSpecs.filter(\.isTrainable).flatMap { spec in
      optimizer.keptNames.indices.map { slot in
        let own = slot < optimizer.slotNames.count
        return [Float](
          repeating: own ? optimizer.initialValue(ofSlot: slot) : 0, count: spec.shape.count)
      }
    }
  }
}
