internal import PythonRuntime
internal import Networks
internal import Tensors

extension ModelObject {
  /// How many numbers training moves, and how many others there are; none before the model is built.
  ///
  /// First weights are drawn on the way, but for a model that is too large to have any: that one is only counted.
  func parameterCounts(_ machine: Machine) throws(PyError) -> (trainable: Int, others: Int) {
    if inputs.isEmpty { return (0, 0) }
    guard exceedsLimits else {
      let model = try lowered(machine).model
      return (model.trainableCount, model.nonTrainableCount)
    }
    let frozen = FrozenParts(self)
    var (trainable, others) = (0, 0)
    for layer in ownLayers {
      for spec in layer.specs {
        if spec.isTrainable, frozen.allowsTraining(of: layer) {
          trainable += spec.shape.count
        } else {
          others += spec.shape.count
        }
      }
    }
    return (trainable, others)
  }

  /// Whether the weights are more than a run may hold.
  private var exceedsLimits: Bool {
    let sizes = ownLayers.flatMap(\.specs).map(\.shape.count)
    let floats = sizes.reduce(0.0) { $0 + Double($1) }
    return sizes.contains { $0 > SizeLimit.numbers } || floats * 4 > Double(MemoryLimit.bytes)
  }
}
