internal import Cells
internal import Networks
internal import Tensors

/// Saved models live in the memory of the run: a lesson can load what it saved, and no file is
/// written.
extension ModelObject {
  static var storageMethods: [BuiltinFunction] {
    [
      .method("save", "filepath, overwrite=True, *, save_format=None, include_optimizer=True") {
        (model: ModelObject, call) throws(PyError) in
        try model.save(try call.string("filepath") ?? "", call)
        return .none
      },
      .method("save_weights", "filepath, overwrite=True, *, save_format=None") {
        (model: ModelObject, call) throws(PyError) in
        try model.save(try call.string("filepath") ?? "", call)
        return .none
      },
      .method("load_weights", "filepath, *, by_name=False, skip_mismatch=False") {
        (model: ModelObject, call) throws(PyError) in
        let path = try call.string("filepath") ?? ""
        guard let saved = model.session.saved[path] else { throw Self.missing(path, call) }
        try model.take(saved.weights, call)
        return .none
      },
      .method("to_json") { (model: ModelObject, call) throws(PyError) in
        let path = "json:\(model.name)"
        try model.save(path, call)
        return .string("{\"class_name\": \"\(model.className)\", \"caderno\": \"\(path)\"}")
      },
      .method("get_config") { (model: ModelObject, call) throws(PyError) in
        let config = DictObject()
        try config.set(.string("name"), .string(model.name), call.machine)
        var layers: [Value] = []
        for layer in model.layers {
          layers.append(
            try call.machine.call(
              call.machine.attribute(.object(layer), "get_config"), Arguments()))
        }
        try config.set(.string("layers"), .object(ListObject(layers)), call.machine)
        return .object(config)
      },
    ]
  }

  static func missing(_ path: String, _ call: Call) -> PyError {
    call.error(
      "FileNotFoundError",
      "'\(path)' was not saved in this run; Caderno keeps saved models in memory and reads no model from a file"
    )
  }

  /// Keeps weights and model under a name.
  func save(_ path: String, _ call: Call) throws(PyError) {
    let lowered = try lowered(call.machine)
    session.saved[path] = SavedModel(model: self, weights: lowered.weights?.tensors ?? [])
  }

  /// Takes weights in order.
  func take(_ tensors: [Tensor], _ call: Call) throws(PyError) {
    let lowered = try lowered(call.machine)
    guard let weights = ModelWeights(lowered.model, flat: tensors.map(\.values)) else {
      throw call.error(
        "ValueError",
        "The weights that were saved have other shapes than those of the model '\(name)'.")
    }
    lowered.keep(weights)
  }

  /// A model of its own with the same layers, and weights of its own.
  func copy(_ machine: Machine, weights: [Tensor]? = nil) throws(PyError) -> ModelObject {
    guard isSequential, let shape = inputs.first?.tensorShape else {
      throw machine.error(
        "NotImplementedError",
        "copies of models that are no Sequential are not supported by Caderno")
    }
    let copy = ModelObject(own, session, name: name)
    copy.isTrainable = isTrainable
    try copy.build(shape, machine)
    for layer in layers { try copy.add(try layer.copy(machine), machine) }
    let lowered = try copy.lowered(machine)
    if let weights, let made = ModelWeights(lowered.model, flat: weights.map(\.values)) {
      lowered.keep(made)
    }
    copy.compilation = compilation
    return copy
  }
}

extension LayerObject {
  /// The same layer without weights.
  fileprivate func copy(_ machine: Machine) throws(PyError) -> LayerObject {
    if case .model(let model) = content { return try model.copy(machine).asLayer }
    let copy = LayerObject(hostType, content, name: name, declaredShape: declaredShape)
    copy.isTrainable = isTrainable
    return copy
  }
}
