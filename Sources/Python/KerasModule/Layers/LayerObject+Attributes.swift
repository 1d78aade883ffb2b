internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import NumPy
internal import Tensors

extension LayerObject {
  /// The attributes of layers beside methods.
  static let properties = ownProperties.union(LayerFacts.entries)

  private static let ownProperties: Set<String> = [
    "losses", "gamma", "beta", "moving_mean", "moving_variance", "embeddings", "alpha",
    "depthwise_kernel", "pointwise_kernel", "mean", "variance", "layer", "forward_layer",
    "backward_layer", "cell",
    "name", "output", "input", "weights", "trainable_weights", "kernel", "bias", "trainable",
    "input_shape", "output_shape", "units", "filters", "activation", "kernel_size", "built",
    "variables", "trainable_variables", "dtype", "rate", "padding", "strides", "path",
    "use_bias", "pool_size", "dilation_rate", "target_shape", "momentum", "epsilon",
    "input_dim", "output_dim",
    "non_trainable_weights", "non_trainable_variables",
  ]

  func attributeValue(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "name": return .string(self.name)
    case "trainable": return .bool(isTrainable)
    case "built": return .bool(isBuilt)
    case "dtype": return .string("float32")
    case "path": return .string(path ?? self.name)
    case "output": return .object(try placed(output, "output", machine))
    case "input": return .object(try placed(input, "input", machine))
    case "output_shape", "input_shape":
      let tensor = try placed(name == "output_shape" ? output : input, "input", machine)
      return tensor.property("shape", machine)
    case "weights", "variables": return WeightObject.list(try variables(machine))
    case "trainable_weights", "trainable_variables":
      return WeightObject.list(try variables(machine).filter(\.isTrainable))
    case "non_trainable_weights", "non_trainable_variables":
      return WeightObject.list(try variables(machine).filter { !$0.isTrainable })
    case "losses": return try losses(machine)
    case "mean", "variance":
      guard case .engine(_, let layer) = content, layer is Normalization else { return nil }
      return try moment(name, machine)
    case "bin_boundaries": return boundariesValue
    case "layer": return wrapped.count == 1 ? wrapped[0].value : nil
    case "forward_layer": return wrapped.first.map(\.value)
    case "backward_layer": return wrapped.count < 2 ? nil : wrapped[1].value
    case "gamma", "beta", "moving_mean", "moving_variance", "embeddings", "alpha",
      "depthwise_kernel", "pointwise_kernel":
      return try variables(machine).first { $0.shortName == name }.map { .object($0) }
    case "kernel", "bias":
      guard let found = try variables(machine).first(where: { $0.shortName == name }) else {
        guard case .engine = content, !isBuilt else { return nil }
        throw machine.error(
          "AttributeError", "You must build the layer before accessing `\(name)`.")
      }
      return .object(found)
    case "activation":
      guard case .engine(_, let layer) = content, let function = layer.activation else {
        return nil
      }
      let word = Swift.type(of: function).aliases.first ?? "linear"
      return machine.modules["keras.activations"]?.members[word]
    default:
      if let given = try argument(name) { return given }
      return try configured(name, machine)
    }
  }

  /// What the layer's configuration says, as an object where it stands for one.
  private func configured(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    guard LayerFacts.of(className)?.config?.contains(where: { $0.name == name }) ?? false,
      let config: DictObject = try LayerConfig(self, machine).value().asObject()
    else { return nil }
    return try config.value(.string(name), machine).map { value throws(PyError) in
      try ConfigReading(machine).value(value)
    }
  }

  /// What regularizers add to the loss, a tensor for each weight that has one.
  func losses(_ machine: Machine) throws(PyError) -> Value {
    var losses: [Value] = []
    for layer in isModel ? asModel?.ownLayers ?? [] : [self] {
      try layer.initialize(machine)
      for (spec, weight) in zip(layer.specs, layer.weights) where layer.isTrainable {
        guard let penalty = spec.penalty else { continue }
        losses.append(
          .object(
            EagerTensor(
              NumericArray(scalar: .real(penalty.value(of: weight.values)), dtype: .float32))))
      }
    }
    return .object(ListObject(losses))
  }

  private var asModel: ModelObject? { if case .model(let model) = content { model } else { nil } }

  /// An argument of the call that made the layer.
  private func argument(_ name: String) throws(PyError) -> Value? {
    guard case .engine(let call, let layer) = content, Self.properties.contains(name) else {
      return nil
    }
    guard let bound = try? Swift.type(of: layer).signature.bind(call) else { return nil }
    if case .call? = bound[name] { return nil }
    guard ["kernel_size", "strides", "dilation_rate", "pool_size"].contains(name) else {
      if ["_initializer", "_regularizer", "_constraint"].contains(where: name.hasSuffix) {
        return nil
      }
      return bound[name].map { Value($0) }
    }
    let given = bound[name] == ArgumentValue.none ? bound["pool_size"] : bound[name]
    guard className.hasSuffix("1D"), case .int(let extent)? = given else {
      return given.map { Value($0, isPair: true) }
    }
    return .object(TupleObject([.int(extent)]))
  }

  private func placed(
    _ tensor: TensorObject?, _ side: String, _ machine: Machine
  ) throws(PyError) -> TensorObject {
    guard let tensor else {
      throw machine.error(
        "AttributeError",
        "The layer \(self.name) has never been called and thus has no defined \(side).")
    }
    return tensor
  }

  /// `compute_output_shape(input_shape)`.
  func outputShape(_ call: Call) throws(PyError) -> Value {
    let value = call.required("input_shape")
    let shape = try LayerArguments.shape(value, call, dropsBatch: true)
    guard case .engine(_, let layer) = content else {
      throw call.unsupported("input_shape", value)
    }
    let batch = try call.machine.array(value).first ?? .none
    let output = try placed(layer, on: shape, call.machine).output
    return .object(TupleObject([batch] + output.extents.map { .int($0) }))
  }

  /// The layer's weights as Keras' variables.
  func variables(_ machine: Machine) throws(PyError) -> [WeightObject] {
    if case .model(let model) = content { return try model.variables(machine) }
    if !wrapped.isEmpty {
      var all: [WeightObject] = []
      for layer in wrapped { all += try layer.variables(machine) }
      return all
    }
    try initialize(machine)
    return zip(specs, weights).enumerated().map { index, pair in
      WeightObject(self, index, pair.0)
    }
  }

  /// `get_weights()`.
  func weightArrays(_ machine: Machine) throws(PyError) -> Value {
    if case .model(let model) = content { return try model.weightArrays(machine) }
    if !wrapped.isEmpty {
      var all: [Value] = []
      for layer in wrapped { all += try machine.array(layer.weightArrays(machine)) }
      return .object(ListObject(all))
    }
    try initialize(machine)
    var arrays: [Value] = []
    for variable in try variables(machine) {
      arrays.append(KerasTensors.value(try variable.asArray(machine), machine))
    }
    return .object(ListObject(arrays))
  }

  /// `set_weights(…)`.
  ///
  /// - Parameter name: what Keras calls the layer in errors: the model, where that was asked.
  func setWeights(_ value: Value, as name: String? = nil, _ machine: Machine) throws(PyError) {
    if case .model(let model) = content { return try model.setWeights(value, as: name, machine) }
    if !wrapped.isEmpty {
      var rest = try machine.array(value)[...]
      for layer in wrapped {
        let own = Array(rest.prefix(layer.specs.count))
        rest = rest.dropFirst(own.count)
        try layer.setWeights(.object(ListObject(own)), as: name ?? self.name, machine)
      }
      return
    }
    try initialize(machine)
    let given = try machine.array(value)
    guard given.count == weights.count else {
      throw machine.error(
        "ValueError",
        "You called `set_weights(weights)` on layer '\(name ?? self.name)' with a weight list of length \(given.count), but the layer was expecting \(weights.count) weights."
      )
    }
    var new: [Tensor] = []
    for (tensor, item) in zip(weights, given) {
      let array = try KerasTensors.array(item, machine)
      guard array.shape == tensor.shape.extents else {
        throw machine.error(
          "ValueError",
          "Layer \(name ?? self.name) weight shape \(tensor.shape.tuple) is not compatible with provided weight shape \(Shape(array.shape).tuple)."
        )
      }
      new.append(Tensor(tensor.shape, array.floats()))
    }
    weights = new
  }
}

extension Value {
  /// An argument of the engine as Python has it.
  init(_ value: ArgumentValue, isPair: Bool = false) {
    switch value {
    case .none: self = .none
    case .bool(let flag): self = .bool(flag)
    case .int(let number):
      self = isPair ? .object(TupleObject([.int(number), .int(number)])) : .int(number)
    case .double(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .list(let items): self = .object(TupleObject(items.map { Value($0) }))
    case .call(let call): self = .string(call.description)
    }
  }
}
