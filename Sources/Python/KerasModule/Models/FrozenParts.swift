/// Which weights training leaves as they are.
///
/// As in Keras with TensorFlow a model has a flag of its own beside those of its layers, and what
/// the first training after `compile` finds holds until the next `compile`.
struct FrozenParts: Equatable {
  private let layers: Set<ObjectIdentifier>
  private let isWhole: Bool

  /// What the flags of a model and its layers say now.
  init(_ model: ModelObject) {
    layers = Set(model.allLayers.filter { !$0.isTrainable }.map { ObjectIdentifier($0) })
    isWhole = !model.isTrainable
  }

  /// Whether the layer itself is frozen, which normalization heeds beside its weights.
  func contains(_ layer: LayerObject) -> Bool { layers.contains(ObjectIdentifier(layer)) }

  func allowsTraining(of layer: LayerObject) -> Bool { !isWhole && !contains(layer) }
}

extension ModelObject {
  /// The layers of the model, and of models among them.
  var allLayers: [LayerObject] {
    layers.flatMap { layer in
      if case .model(let inner) = layer.content { return inner.allLayers }
      return layer.wrapped.isEmpty ? [layer] : layer.wrapped
    }
  }

  /// Each layer once, also where it is in several models or was used several times.
  var ownLayers: [LayerObject] {
    var seen = Set<ObjectIdentifier>()
    return allLayers.filter { seen.insert(ObjectIdentifier($0)).inserted }
  }

  /// Sets the model's own flag and those of all its layers.
  func setTrainable(_ flag: Bool) {
    isTrainable = flag
    for layer in layers {
      layer.isTrainable = flag
      for inner in layer.wrapped { inner.isTrainable = flag }
      if case .model(let inner) = layer.content { inner.setTrainable(flag) }
    }
  }
}
