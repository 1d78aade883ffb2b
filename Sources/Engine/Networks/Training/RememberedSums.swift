package import Tensors

/// The sums that an output remembers: Keras' TensorFlow backend gives the cross-entropies what went
/// into a last softmax or sigmoid, whichever of the two it was, in place of what came out.
struct RememberedSums {
  /// The layer whose activation it is.
  let layer: Int
  let activation: any ActivationFunction
  /// Whether training reads them as well: a dropout behind the activation makes new numbers there.
  let inTraining: Bool
  /// Whether nothing but the output reads the activation's numbers, so that it can be left out.
  let isAlone: Bool

  /// The layers that do without the activation where a loss takes the sums: its own, and penalties of its
  /// numbers behind it, which apply it themselves.
  let skipped: Set<Int>

  /// Nil where the output remembers none.
  ///
  /// - Parameter end: the layer that gives the output.
  init?(_ model: Model, at end: Int) {
    var (place, isAlone, inTraining, penalties) = (end, true, true, [Int]())
    while place >= 0, model.layers[place].layer.returnsInput(training: false) {
      if model.layers[place].layer is ActivityPenalty { penalties.append(place) }
      inTraining = inTraining && model.layers[place].layer.returnsInput(training: true)
      place = model.layers[place].inputs.count == 1 ? model.layers[place].inputs[0] : -1
      isAlone = isAlone && place >= 0 && Self.readers(of: place, model) == 1
    }
    guard place >= 0, let activation = model.layers[place].layer.activation,
      type(of: activation).remembersSums
    else { return nil }
    (layer, self.activation) = (place, activation)
    (self.isAlone, self.inTraining) = (isAlone, inTraining)
    skipped = Set(penalties + [place])
  }

  /// The activation whose numbers a penalty is of, where the penalty is given the sums.
  static func activation(before penalty: Int, _ model: Model) -> (any ActivationFunction)? {
    RememberedSums(model, at: penalty)?.activation
  }

  /// How many layers read what a layer gives.
  static func readers(of place: Int, _ model: Model) -> Int {
    model.layers.flatMap(\.inputs).count { $0 == place }
  }
}

extension Model {
  /// Whether the output is that of a softmax or a sigmoid whose sums it remembers.
  package var remembersSums: Bool { RememberedSums(self, at: layers.count - 1) != nil }

  /// What the output remembers of some samples in inference, by the plain computation; nil where it
  /// remembers nothing.
  package func rememberedSums(_ weights: ModelWeights, _ samples: Samples) -> Tensor? {
    guard let remembered = RememberedSums(self, at: layers.count - 1) else { return nil }
    var batch = Batch(capacity: samples.count, inputShape: inputShape)
    batch.read(Array(0..<samples.count)[...], of: samples)
    let inputs = Tensor(Shape([samples.count] + inputShape.extents), batch.inputValues)
    var network = PlainNetwork(self, weights)
    return network.forward(inputs, training: false, skipped: remembered.skipped)[remembered.layer]
      .output
  }
}
