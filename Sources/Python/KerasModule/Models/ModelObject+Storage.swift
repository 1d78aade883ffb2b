internal import PythonRuntime
internal import Networks
internal import Tensors

/// Saved models live in the memory of the run: a lesson can load what it saved, and no file is
/// written.
extension ModelObject {
  static var storageMethods: [Method] {
    [
      .method(
        "save", "filepath, overwrite=True, *, save_format=None, include_optimizer=True", of: "Model"
      ) {
        (model: ModelObject, call) throws(PyError) in
        try model.save(SavedPath(call, .model), call)
        return .none
      },
      .method("save_weights", "filepath, overwrite=True, *, save_format=None", of: "Model") {
        (model: ModelObject, call) throws(PyError) in
        try model.save(SavedPath(call, .weights), call)
        return .none
      },
      .method("load_weights", "filepath, *, by_name=False, skip_mismatch=False", of: "Model") {
        (model: ModelObject, call) throws(PyError) in
        let path = try SavedPath(weightsOf: call)
        try model.take(path.saved(model.session, call).weights, call)
        return .none
      },
      .method("to_json", of: "Model") { (model: ModelObject, call) throws(PyError) in
        .string(try ConfigText.json(ModelConfig(model, call.machine).object(), call.machine))
      },
      .method("get_config") { (model: ModelObject, call) throws(PyError) in
        try ModelConfig(model, call.machine).value()
      },
      Method("from_config", "config, custom_objects=None", binds: false) {
        call throws(PyError) in
        .object(try ConfigReading(call.machine).model(call.required("config")))
      },
      .method("compute_output_shape", "input_shape") {
        (model: ModelObject, call) throws(PyError) in
        try model.outputShape(call)
      },
    ]
  }

  /// `compute_output_shape(input_shape)` for the shape that the model was built for.
  private func outputShape(_ call: Call) throws(PyError) -> Value {
    let value = call.required("input_shape")
    let shape = try LayerArguments.shape(value, call, dropsBatch: true)
    try build(shape, call.machine)
    guard inputs.count == 1, inputs[0].tensorShape == shape, let output = outputs.first,
      outputs.count == 1
    else {
      throw call.unsupported("input_shape", value)
    }
    let batch = try call.machine.array(value).first ?? .none
    return .object(TupleObject([batch] + output.tensorShape.extents.map { .int($0) }))
  }

  /// Keeps weights, and the model where the path is one of a whole model's.
  func save(_ path: SavedPath, _ call: Call) throws(PyError) {
    let lowered = try lowered(call.machine)
    let weights = lowered.weights?.tensors ?? []
    let isWhole = path.form == .model
    session.saved[path.text] = SavedModel(
      model: isWhole ? try snapshot(call.machine, weights: weights) : nil, weights: weights,
      state: isWhole && path.keepsOptimizer ? optimizerState : nil)
  }

  /// A model of what was saved, which goes on where that stood.
  static func loaded(
    _ saved: SavedModel, compiles: Bool, _ machine: Machine
  ) throws(PyError) -> ModelObject? {
    guard let model = saved.model else { return nil }
    let made = try model.session.uncounted { () throws(PyError) in
      try model.copy(.reading, machine, weights: saved.weights)
    }
    guard compiles, let compilation = model.compilation?.renewed else { return made }
    made.compilation = compilation
    compilation.optimizer.owner = made
    made.optimizerState = saved.state
    return made
  }

  /// The model as it is now.
  private func snapshot(_ machine: Machine, weights: [Tensor]) throws(PyError) -> ModelObject {
    let copy = try session.unseen { () throws(PyError) in
      try session.uncounted { () throws(PyError) in
        try self.copy(.reading, machine, weights: weights)
      }
    }
    copy.compilation = compilation?.renewed
    return copy
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
}
