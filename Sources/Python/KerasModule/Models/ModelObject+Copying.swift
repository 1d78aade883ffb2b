internal import PythonRuntime
internal import Networks
internal import Tensors

extension ModelObject {
  /// Which of Keras' ways a copy goes: they use up different names.
  enum CopyForm {
    /// Made of the model's configuration, as a saved model is.
    case reading
    /// `clone_model`: layers are copied, and inputs are named after their tensors.
    case cloning
  }

  /// A model of its own with the same layers, and weights of its own.
  ///
  /// - Parameter weights: those that it gets; nil for first ones.
  func copy(
    _ form: CopyForm, _ machine: Machine, weights: [Tensor]? = nil
  ) throws(PyError) -> ModelObject {
    let copy = try copy(form, machine) { layer throws(PyError) in try layer.copy(form, machine) }
    if let weights {
      let lowered = try copy.lowered(machine)
      if let made = ModelWeights(lowered.model, flat: weights.map(\.values)) {
        lowered.keep(made)
      }
    }
    return copy
  }

  /// `clone_model(model, clone_function=…)`, compiled as the model is.
  ///
  /// - Parameter function: what makes a layer of each that is no input; nil for copies.
  func clone(by function: Value?, _ machine: Machine) throws(PyError) -> ModelObject {
    let clone = try copy(.cloning, machine) { layer throws(PyError) in
      guard let function, !layer.isInput else { return try layer.copy(.cloning, machine) }
      return try layer.made(by: function, machine)
    }
    if let compilation = compilation?.renewed {
      clone.compilation = compilation
      compilation.optimizer.owner = clone
    }
    return clone
  }

  private func copy(
    _ form: CopyForm, _ machine: Machine,
    _ layer: (LayerObject) throws(PyError) -> LayerObject
  ) throws(PyError) -> ModelObject {
    let copy = isSequential ? try row(form, machine, layer) : try graph(form, machine, layer)
    copy.isTrainable = isTrainable
    return copy
  }

  private func row(
    _ form: CopyForm, _ machine: Machine,
    _ layer: (LayerObject) throws(PyError) -> LayerObject
  ) throws(PyError) -> ModelObject {
    let copy = ModelObject(own, session, name: name)
    if let input = inputs.first?.layer { try copy.add(layer(input), machine) }
    for own in layers { try copy.add(layer(own), machine, rebuilds: form == .reading) }
    if form == .cloning, !copy.inputs.isEmpty { session.skipNames("functional", 1) }
    return copy
  }

  private func graph(
    _ form: CopyForm, _ machine: Machine,
    _ layer: (LayerObject) throws(PyError) -> LayerObject
  ) throws(PyError) -> ModelObject {
    var copies: [String: LayerObject] = [:]
    for own in layers { copies[own.name] = try layer(own) }
    let (inputs, outputs) = try GraphForm(self).tensors(
      of: copies, readsTensors: form == .reading, machine)
    return ModelObject(
      own, session, name: name, inputs: inputs, outputs: outputs, givesList: givesList)
  }
}

extension LayerObject {
  /// Whether it is a model's input.
  var isInput: Bool { if case .input = content { true } else { false } }

  /// The same layer without weights.
  fileprivate func copy(
    _ form: ModelObject.CopyForm, _ machine: Machine
  ) throws(PyError) -> LayerObject {
    if case .model(let model) = content { return try model.copy(form, machine).asLayer }
    let isRenamed = form == .cloning && isInput
    var content = content
    if case .wrapper(let wrapper) = content {
      var inner: [LayerObject] = []
      for layer in wrapper.layers { inner.append(try layer.copy(form, machine)) }
      content = .wrapper(LayerWrapper(wrapper.form, inner))
    }
    let copy = LayerObject(
      hostType, content, name: isRenamed ? output?.name ?? name : name,
      declaredShape: declaredShape, order: order, axis: axis, activity: activity)
    copy.isTrainable = isTrainable
    if case .input(let shape) = content {
      _ = TensorObject(inputOf: copy, shape, KerasSession.of(machine), name: copy.name)
    }
    return copy
  }

  /// What a function of the program makes of the layer.
  fileprivate func made(by function: Value, _ machine: Machine) throws(PyError) -> LayerObject {
    let made = try machine.call(function, Arguments([value]))
    if let model: ModelObject = made.asObject() { return model.asLayer }
    guard let layer: LayerObject = made.asObject() else {
      throw machine.error(
        "ValueError", "clone_function must give a layer, not \(machine.typeName(made))")
    }
    return layer
  }
}
