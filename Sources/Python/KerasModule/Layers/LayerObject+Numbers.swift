internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import NumPy
internal import Tensors

extension LayerObject {
  /// Applies the layer to an array.
  ///
  /// - Parameter isTraining: what the call says; only layers that change images heed it.
  func computed(
    _ value: Value, isTraining: Bool? = nil, _ machine: Machine
  ) throws(PyError) -> Value {
    if case .model(let model) = content { return try model.applied(value, machine) }
    if case .wrapper(let wrapper) = content { return try wrapped(wrapper, value, machine) }
    if case .merge(let form) = content { return try merged(value, form, machine) }
    let given = try KerasTensors.array(value, machine)
    let isChanged = changesImages && isTraining ?? true
    if crop != nil, !isChanged { return .object(EagerTensor(given)) }
    let array = try sampled(batched(given, machine), machine)
    try checkBins(machine)
    guard case .engine(_, let layer) = content, array.ndim > 0 else {
      throw machine.error(
        "NotImplementedError", "\(className) of numbers is not supported by Caderno")
    }
    let shape = Shape(Array(array.shape.dropFirst()))
    let (output, specs) = try placed(layer, on: shape, machine)
    if isBuilt {
      try check(specs, received: Shape(array.shape).tuple, machine)
    } else {
      try build(shape, machine)
    }
    try initialize(machine)
    var tensor = Tensor(Shape(array.shape), array.floats())
    let isFirst = hasChannelsFirst(shape)
    if isFirst { tensor = Self.moved(tensor, .last) }
    if let table = layer as? Embedding {
      try machine.raising(training: { () throws(TrainingError) in
        try table.check(tensor, name: name)
      })
    }
    let pass = isChanged ? KerasSession.of(machine).nextPass() : LayerPass()
    let result = layer.forward(tensor, weights: weights, pass: pass).output
    let movesBack = isFirst && output.rank == shape.rank
    let numbers = try KerasTensors.numbers(
      movesBack ? Self.moved(result, .first) : result, machine)
    if isImageLayer { return .object(EagerTensor(try asGiven(numbers, given, machine))) }
    if isPreprocessing { return .object(EagerTensor(try told(numbers, given, machine))) }
    return .object(
      EagerTensor(
        numbers,
        logits: logits(of: layer, for: value, tensor)))
  }

  /// What the result of a layer for numbers remembers: its own sums, or what its input remembered
  /// where the layer gives that back.
  private func logits(
    of layer: any Layer, for value: Value, _ tensor: Tensor
  ) -> (() -> NumericArray?)? {
    if layer.returnsInput(training: false) {
      let given = value.asObject(EagerTensor.self)
      return given.map { tensor in { tensor.logits() } }
    }
    guard let activation = layer.activation, Swift.type(of: activation).remembersSums else {
      return nil
    }
    let weights = weights
    return {
      let pass = LayerPass(skipsActivation: true)
      let sums = layer.forward(tensor, weights: weights, pass: pass).output
      return try? NumericArray(floats: sums.values, shape: sums.shape.extents)
    }
  }

  /// A batch whose channels stand elsewhere.
  private static func moved(_ tensor: Tensor, _ order: ChannelOrder) -> Tensor {
    ChannelOrder.move(order, rank: tensor.shape.rank - 1)
      .forward(tensor, weights: [], pass: LayerPass()).output
  }
}
