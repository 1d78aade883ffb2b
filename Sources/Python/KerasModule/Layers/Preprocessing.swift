internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import NumPy
internal import Tensors

extension ModelObject {
  /// What a row of layers makes of numbers where some of them change images at random, which they do unless the
  /// call says that nothing is trained; nil for other models.
  func changedImages(_ value: Value, _ machine: Machine) throws(PyError) -> Value? {
    guard allLayers.contains(where: \.changesImages) else { return nil }
    guard isSequential || GraphLinks(self) == nil else {
      throw machine.error(
        "NotImplementedError",
        "a call of a graph that changes images, without training=False, is not supported by Caderno"
      )
    }
    try build(for: value, machine)
    var value = value
    for layer in layers where !layer.isInput {
      if case .model(let inner) = layer.content {
        let changed = try inner.changedImages(value, machine)
        if let changed { value = changed } else { value = try inner.applied(value, machine) }
      } else {
        value = try layer.computed(value, machine)
      }
    }
    return value
  }
}

extension LayerObject {
  /// A single image with an axis of batches, where the layer takes images alone as well.
  func batched(_ array: NumericArray, _ machine: Machine) throws(PyError) -> NumericArray {
    guard isImageLayer, array.ndim == 3 else { return array }
    return try machine.raising { () throws(ArrayError) in try array.reshaped([1] + array.shape) }
  }

  /// What became of images in the shape and, where they were only resized, in the type that they came in.
  func asGiven(
    _ numbers: NumericArray, _ given: NumericArray, _ machine: Machine
  ) throws(PyError) -> NumericArray {
    try machine.raising { () throws(ArrayError) in
      var numbers = numbers
      if given.ndim == 3 { numbers = try numbers.reshaped(Array(numbers.shape.dropFirst())) }
      guard className == "Resizing", given.dtype == .uint8 else { return numbers }
      let whole = numbers.floats().map { UInt8(min(max($0.rounded(.toNearestOrEven), 0), 255)) }
      return try NumericArray(bytes: whole, shape: numbers.shape)
    }
  }

  /// What a wrapper makes of numbers: a model of its own around it, of the same weights.
  func wrapped(
    _ wrapper: LayerWrapper, _ value: Value, _ machine: Machine
  ) throws(PyError) -> Value {
    let session = KerasSession.of(machine)
    let array = try KerasTensors.array(value, machine)
    let (model, before) = (ModelObject(hostType, session, name: name), owner)
    try session.unseen { () throws(PyError) in
      try model.build(Shape(Array(array.shape.dropFirst())), machine)
      try model.add(self, machine)
    }
    let made = try model.applied(value, machine)
    // The weights are the layer's own; the next model that takes it is where it belongs.
    owner = before
    return made
  }

  /// `adapt(data)`: the moments of the last axis for a `Normalization`.
  func adapt(_ call: Call) throws(PyError) {
    if let discretization { return try learnBins(discretization, call) }
    guard case .engine(_, let layer) = content, layer is Normalization else {
      throw call.error(
        "AttributeError", "'\(className)' object has no attribute 'adapt'")
    }
    let array = try KerasTensors.array(call.required("data"), call.machine)
    let channels = array.ndim > 1 ? array.shape[array.ndim - 1] : 1
    let shape = array.ndim > 1 ? Shape(Array(array.shape.dropFirst())) : Shape([1])
    if !isBuilt { try build(shape, call.machine) }
    try initialize(call.machine)
    guard weights.count == 3, array.size > 0, weights[0].shape.count == channels else {
      throw call.error("ValueError", "adapt() takes data of the shape that the layer was built for")
    }
    let (means, variances) = Self.moments(array.floats(), channels)
    weights = [Tensor([channels], means), Tensor([channels], variances), weights[2]]
  }

  /// The means of columns, and the means of squared differences from them.
  private static func moments(
    _ values: [Float], _ channels: Int
  ) -> (means: [Float], variances: [Float]) {
    let rows = Double(values.count / channels)
    var (sums, squares) = (
      [Double](repeating: 0, count: channels), [Double](repeating: 0, count: channels)
    )
    for (index, value) in values.enumerated() { sums[index % channels] += Double(value) }
    let means = sums.map { $0 / rows }
    for (index, value) in values.enumerated() {
      let difference = Double(value) - means[index % channels]
      squares[index % channels] += difference * difference
    }
    return (means.map { Float($0) }, squares.map { Float($0 / rows) })
  }

  /// `mean` and `variance` of a normalization, with an axis of one for each but the last.
  func moment(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    guard let index = specs.firstIndex(where: { $0.name == name }), let builtShape else {
      return nil
    }
    try initialize(machine)
    let axes = [Int](repeating: 1, count: builtShape.rank) + [weights[index].shape.count]
    return .object(
      EagerTensor(try KerasTensors.numbers(Tensor(Shape(axes), weights[index].values), machine)))
  }
}
