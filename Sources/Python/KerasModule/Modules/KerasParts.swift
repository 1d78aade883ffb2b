internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import NumPy

/// What stands under `keras.`, by the name behind the point.
struct KerasParts {
  let session: KerasSession
  let layers: LayerClasses
  let models: [String: Value]

  var modules: [String: [String: Value]] {
    let layers = self.layers.members
    let components = ComponentModules()
    var root = models
    root["Input"] = layers["Input"]
    let allLayers = layers.merging(self.layers.oldMerging(layers)) { own, _ in own }
    root["__version__"] = .string(KerasSession.version)
    let utils = UtilityModule(session: session)
    let storage = StorageModule(session: session, models: models)
    let datasets = DatasetModule(session: session)
    return [
      "": root,
      "layers": allLayers, "layers.core": layers, "layers.convolutional": layers,
      "layers.pooling": layers, "layers.normalization": layers,
      "layers.advanced_activations": layers, "layers.merge": layers,
      "models": models.merging(storage.members) { first, _ in first },
      "saving": storage.saving,
      "engine": models, "engine.topology": layers,
      "optimizers": ComponentGetter.adding(to: components.optimizers, .optimizer),
      "optimizers.legacy": components.optimizers,
      "optimizers.schedules": components.schedules,
      "losses": ComponentGetter.adding(to: components.losses, .loss),
      "metrics": ComponentGetter.adding(to: components.metrics, .metric),
      "objectives": components.losses,
      "activations": ComponentGetter.adding(
        to: components.activations, .activation, "activation function"),
      "initializers": ComponentGetter.adding(to: components.initializers, .initializer),
      "regularizers": ComponentGetter.adding(to: components.regularizers, .regularizer),
      "constraints": ComponentGetter.adding(to: components.constraints, .constraint),
      "callbacks": CallbackClasses.members,
      "utils": utils.members.merging(storage.registering) { own, _ in own },
      "utils.np_utils": utils.members,
      "utils.vis_utils": utils.members,
      "backend": backend(components.activations),
      "ops": OperationModule(activations: components.activations).members,
      "config": config,
      "datasets": [:], "preprocessing": [:], "preprocessing.image": PreprocessingModule.image,
      "preprocessing.sequence": KerasLibrary.members(of: [PaddedSequences.function]),
    ].merging(datasets.modules) { first, _ in first }
  }

  private func backend(_ activations: [String: Value]) -> [String: Value] {
    var all = BackendMath.members(activations)
    all["function"] = .object(BackendFunction.function(models))
    return all.merging(BackendModule(session: session).members) { _, own in own }
  }

  /// `keras.config`: what is asked for, and nothing that could be set.
  private var config: [String: Value] {
    let backend = BackendModule(session: session).members
    let names = ["backend", "floatx", "epsilon", "image_data_format", "set_image_data_format"]
    return backend.filter { names.contains($0.key) }
  }
}
