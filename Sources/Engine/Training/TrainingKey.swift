internal import Digests
package import Networks
internal import Tensors

/// All that trained epochs depend on but the state before them, as texts for a key.
///
/// Names matter nowhere but where an optimizer goes by them: two lessons that call layers, metrics and data by
/// other names, or one that trains in a cell and one that trains in a directive, share what they trained.
package struct TrainingKey {
  private let parts: [String]
  /// The model's weights, for optimizers that go by names.
  private let facts: [WeightFacts]

  /// - Parameters:
  ///   - copy: how many models of the architecture the lesson made before, which dropout depends on.
  ///   - data: the digests of the samples (``SampleDigests``), nil where there is no validation.
  package init(
    _ model: Model, _ compilation: Compilation, copy: Int = 0, data: String, validation: String?,
    _ plan: FitPlan
  ) {
    facts = model.layers.flatMap(\.weightFacts)
    parts =
      ["fit", "numerics \(numericsVersion)", "input \(model.inputShape)"]
      + model.layers.map(Self.text) + Self.judges(compilation)
      + ["data \(data)", "validation \(validation ?? "-")", plan.key]
      + (copy == 0 ? [] : ["copy \(copy)"])
  }

  /// The key of the epochs that follow a state.
  ///
  /// - Parameters:
  ///   - optimizer: as it stands now; a callback may have set another rate.
  ///   - state: a digest of weights, slots and step (``digest(_:_:)``).
  ///   - place: which epochs these are (``FitPlan/place(of:)``).
  func epochs(after state: String, _ optimizer: any Optimizer, at place: String) -> String {
    let rules = facts.compactMap(optimizer.rule)
    return ResultKey(
      parts + ["optimizer \(optimizer)", "state \(state)", place]
        + (rules.isEmpty ? [] : ["\(rules)"])
    ).digest
  }

  /// What tells two states apart, bit by bit.
  package static func digest(_ weights: ModelWeights, _ state: OptimizerState) -> String {
    let stream = SHA256Stream()
    for tensor in weights.tensors { stream.update(numbers: tensor.values) }
    for slot in state.slots { stream.update(numbers: slot) }
    return "\(state.step) \(stream.finish())"
  }

  /// A layer is a value, and its text all that the value holds; `KeyTests` walks the catalog and sees to
  /// it that no layer holds what has no text.
  private static func text(_ placed: ModelLayer) -> String {
    "\(placed.layer) of \(placed.inputs)" + (placed.owner.map { " as \($0)" } ?? "")
      + (placed.isFrozen ? " frozen" : "")
  }

  private static func judges(_ compilation: Compilation) -> [String] {
    func texts(_ loss: (any Loss)?, _ metrics: [Compilation.NamedMetric]) -> [String] {
      [
        "loss \(loss.map { "\($0)" } ?? "none")",
        "\(metrics.map { "\($0.metric)\($0.isWeighted ? " weighted" : "")" })",
      ]
    }
    if compilation.outputs.isEmpty {
      let weight = compilation.lossWeight
      return texts(compilation.loss, compilation.metrics)
        + (weight == 1 ? [] : ["loss times \(weight)"])
    }
    return compilation.outputs.flatMap { output in
      texts(output.loss, output.metrics) + ["\(output.shape) times \(output.weight) \(output.form)"]
    }
  }
}
