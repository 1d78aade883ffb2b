internal import Cells
internal import Networks
internal import Tensors

/// A model as the engine takes it, and the program's layers that its layers stand for.
struct LoweredModel {
  let model: Model
  /// One for each of the engine's layers.
  let layers: [LayerObject]

  /// The weights that the layers hold now.
  var weights: ModelWeights? {
    ModelWeights(model, flat: layers.flatMap { $0.weights.map(\.values) })
  }

  /// Puts trained weights back into the layers.
  func keep(_ weights: ModelWeights) {
    var place = 0
    for layer in layers {
      let count = layer.specs.count
      layer.weights = Array(weights.tensors[place..<place + count])
      place += count
    }
  }
}

extension ModelObject {
  /// The engine's model from the input to an output, with weights in every layer.
  ///
  /// - Throws: Python's exception where the model has no input's shape yet or is no row of layers.
  func lowered(to output: TensorObject? = nil, _ machine: Machine) throws(PyError) -> LoweredModel {
    guard let input = inputs.first, let end = output ?? outputs.first else {
      throw machine.error(
        "ValueError",
        "This model has not yet been built. Build the model first by calling `build()` or by calling the model on a batch of data."
      )
    }
    let row = try rowOfLayers(from: input, to: end, machine)
    var declarations: [LayerDeclaration] = []
    var names = Set<String>()
    for (index, layer) in row.enumerated() {
      guard case .engine(_, let engine) = layer.content else { continue }
      let name = names.insert(layer.name).inserted ? layer.name : "\(layer.name)_\(index)"
      declarations.append(LayerDeclaration(engine, name: name))
    }
    let model: Model
    do {
      model = try Model(name: name, inputShape: input.tensorShape, layers: declarations)
    } catch {
      throw machine.error("ValueError", "\(error)")
    }
    try initialize(row, model)
    return LoweredModel(model: model, layers: row)
  }

  /// Gives first weights to the layers that have none yet.
  private func initialize(_ row: [LayerObject], _ model: Model) throws(PyError) {
    for (layer, placed) in zip(row, model.layers) { layer.specs = placed.weightSpecs }
    guard zip(row, model.layers).contains(where: { $0.weights.count != $1.weightSpecs.count })
    else { return }
    let fresh = ModelWeights(model, seed: session.seed)
    var place = 0
    for layer in row {
      let count = layer.specs.count
      if layer.weights.count != count {
        layer.weights = Array(fresh.tensors[place..<place + count])
      }
      place += count
    }
  }

  /// The engine's layers between two tensors, models inside spread out.
  private func rowOfLayers(
    from input: TensorObject, to output: TensorObject, _ machine: Machine
  ) throws(PyError) -> [LayerObject] {
    var row: [LayerObject] = []
    var tensor = output
    while tensor !== input {
      guard tensor.inputs.count == 1 else {
        throw machine.error(
          "NotImplementedError",
          "Caderno computes models whose layers stand in a row; '\(tensor.layer.name)' has \(tensor.inputs.count) inputs"
        )
      }
      switch tensor.layer.content {
      case .engine: row.append(tensor.layer)
      case .model(let inner):
        row += try inner.lowered(machine).layers.reversed()
      case .input: break
      }
      tensor = tensor.inputs[0]
    }
    return row.reversed()
  }
}
