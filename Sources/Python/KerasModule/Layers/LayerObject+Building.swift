internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import Tensors

extension LayerObject {
  /// Whether the layer knows its input's shape.
  var isBuilt: Bool { output != nil || builtShape != nil }

  /// Fixes the shape of the layer's input, without its batch axis.
  ///
  /// - Throws: Python's `ValueError` where the layer has weights already, or the shape doesn't fit.
  func build(_ shape: Shape, _ machine: Machine) throws(PyError) {
    guard specs.isEmpty else {
      throw machine.error(
        "ValueError",
        "You cannot add new elements of state (variables or sub-layers) to a layer that is already built. All state must be created in the `__init__()` method or in the `build()` method."
      )
    }
    if case .engine(_, let layer) = content { specs = try placed(layer, on: shape, machine).specs }
    builtShape = shape
    path = path ?? name
  }

  /// Makes the first weights: those of the model that the layer is in, or of one of the layer alone,
  /// which counts among the models of its architecture.
  func initialize(_ machine: Machine) throws(PyError) {
    guard weights.isEmpty, !specs.isEmpty else { return }
    if let owner {
      _ = try owner.lowered(machine)
    } else if let builtShape, case .engine(_, let layer) = content {
      weights = try firstWeights(layer, builtShape, machine)
    }
  }

  private func firstWeights(
    _ layer: any Layer, _ input: Shape, _ machine: Machine
  ) throws(PyError) -> [Tensor] {
    let shape = hasChannelsFirst(input) ? ChannelOrder.last(input) : input
    let model: Model
    do {
      model = try Model(
        name: name, inputShape: shape, nodes: [ModelNode(layer, name: name, inputs: [-1])])
    } catch {
      throw machine.error("ValueError", "\(error)")
    }
    let session = KerasSession.of(machine)
    let seed = Model.seed(session.seed, copy: session.count(model))
    return ModelWeights(model, seed: seed).tensors
  }

  /// Refuses an input that would need weights of other shapes than those there are.
  func check(
    _ new: [WeightSpec], received shape: String, _ machine: Machine
  ) throws(PyError) {
    guard let builtShape, !specs.isEmpty, specs.map(\.shape) != new.map(\.shape) else { return }
    throw machine.error(
      "ValueError",
      "Input 0 with name 'None' of layer '\(name)' is incompatible with the layer: expected axis -1 of input shape to have value \(builtShape.extents.last ?? 0), but received input with shape \(shape)"
    )
  }

  /// `count_params()`.
  func parameterCount(_ call: Call) throws(PyError) -> Int {
    let isBuiltModel = if case .model(let model) = content { !model.inputs.isEmpty } else { false }
    guard isBuilt || isBuiltModel else {
      throw call.error(
        "ValueError",
        "You tried to call `count_params` on layer '\(name)', but the layer isn't built. You can build it manually via: `layer.build(input_shape)`."
      )
    }
    return ModelSummaryText.count(self)
  }

  /// Merges arrays.
  func merged(_ value: Value, _ form: MergeForm, _ machine: Machine) throws(PyError) -> Value {
    var parts: [NumericArray] = []
    for item in try machine.array(value) { parts.append(try KerasTensors.array(item, machine)) }
    let shapes = parts.map { Shape(Array($0.shape.dropFirst())) }
    let merge = try form.layer(of: shapes, machine)
    guard let images = parts.first?.shape.first, parts.allSatisfy({ $0.shape.first == images })
    else {
      throw machine.error("ValueError", "\(className) takes arrays of equally many samples")
    }
    var rows: [Float] = []
    let (values, sizes) = (parts.map { $0.floats() }, shapes.map(\.count))
    for image in 0..<images {
      for (floats, size) in zip(values, sizes) {
        rows += floats[image * size..<(image + 1) * size]
      }
    }
    builtShape = builtShape ?? shapes[0]
    let joined = Tensor([images, sizes.reduce(0, +)], rows)
    let result = merge.forward(joined, weights: [], pass: LayerPass()).output
    return .object(EagerTensor(try KerasTensors.numbers(result, machine)))
  }
}
