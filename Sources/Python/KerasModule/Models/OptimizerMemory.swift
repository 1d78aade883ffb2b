internal import PythonRuntime
internal import Networks

/// What an optimizer keeps for each of the weights that it was built for, whichever models are trained
/// with it: it serves no other weights than those of its first training.
struct OptimizerMemory {
  /// One of a layer's weights.
  private struct Weight: Hashable {
    let layer: LayerObject
    let index: Int

    static func == (one: Weight, other: Weight) -> Bool {
      one.layer === other.layer && one.index == other.index
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(ObjectIdentifier(layer))
      hasher.combine(index)
    }
  }

  /// In the order of the model that was trained first; none before.
  private var weights: [Weight] = []
  private var step = 0
  private var slots: [Weight: [[Float]]] = [:]

  /// Builds the optimizer for a model's weights, or holds them to those that it was built for.
  ///
  /// - Throws: Python's `ValueError` for a weight that it doesn't know.
  mutating func build(for lowered: LoweredModel, _ machine: Machine) throws(PyError) {
    let wanted = Self.trained(lowered)
    if weights.isEmpty { weights = wanted }
    guard let unknown = wanted.first(where: { !weights.contains($0) }) else { return }
    let variable = WeightObject(
      unknown.layer, unknown.index, unknown.layer.specs[unknown.index])
    throw machine.error(
      "ValueError",
      "Unknown variable: \(variable.signature). This optimizer can only be called for the variables it was originally built with. When working with a new set of variables, you should recreate a new optimizer instance."
    )
  }

  /// Remembers a state that training a model left.
  mutating func keep(_ state: OptimizerState, _ lowered: LoweredModel) {
    let trained = Self.trained(lowered)
    guard !trained.isEmpty else { return }
    step = state.step
    let count = state.slots.count / trained.count
    for (place, weight) in trained.enumerated() {
      slots[weight] = Array(state.slots[place * count..<(place + 1) * count])
    }
  }

  /// The state with which training a model goes on; nil where nothing of it is known.
  func state(of optimizer: any Optimizer, _ lowered: LoweredModel) -> OptimizerState? {
    var all: [[Float]] = []
    for weight in Self.trained(lowered) {
      guard let known = slots[weight] else { return nil }
      all += known
    }
    return OptimizerState(step: step, slots: all, of: optimizer, lowered.model)
  }

  /// All that is remembered, in the order in which the weights came; nil before the first step.
  var whole: OptimizerState? {
    slots.isEmpty ? nil : OptimizerState(step: step, slots: weights.flatMap { slots[$0] ?? [] })
  }

  /// The weights that training a model moves.
  private static func trained(_ lowered: LoweredModel) -> [Weight] {
    zip(lowered.layers, lowered.model.layers).flatMap { layer, placed -> [Weight] in
      guard let layer else { return [] }
      return placed.weightSpecs.indices.filter { placed.weightSpecs[$0].isTrainable }
        .map { Weight(layer: layer, index: $0) }
    }
  }
}
