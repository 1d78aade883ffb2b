internal import PythonRuntime
internal import Networks
internal import Training

extension ModelObject {
  /// What the optimizer keeps between steps; nil before the first one.
  var optimizerState: OptimizerState? {
    get { engines[.training]?.runner.optimizerState ?? keptState }
    set {
      engines[.training] = nil
      keptState = newValue
    }
  }

  /// What first weights and dropout are drawn from.
  var seed: UInt64 { Model.seed(session.seed, copy: copy) }

  /// Ends an engine; what it knows alone is kept.
  func endEngine(_ use: ModelEngine.Use) {
    guard let engine = engines[use] else { return }
    engine.pull()
    if use == .training {
      keptState = engine.runner.optimizerState
      compilation?.optimizer.memory.keep(engine.runner.optimizerState, engine.lowered)
    }
    engines[use] = nil
  }

  /// The engine's model for training, with what was frozen when training began after `compile`.
  func loweredForTraining(_ machine: Machine) throws(PyError) -> LoweredModel {
    let frozen = frozenParts ?? FrozenParts(self)
    frozenParts = frozen
    return try lowered(.training, frozen: frozen, machine)
  }

  /// The engine's model for a use, made once for as long as the graph stays.
  func lowered(
    _ use: ModelEngine.Use, to output: TensorObject? = nil, frozen: FrozenParts? = nil,
    _ machine: Machine
  ) throws(PyError) -> LoweredModel {
    let frozen = frozen ?? FrozenParts(self)
    for layer in allLayers { try layer.checkBins(machine) }
    let isTraining = use == .training || !cutsImages
    // Weights are those of the model that trains.
    if !isTraining { _ = try lowered(machine) }
    let graph = GraphStamp(self, to: output, frozen, isTraining: isTraining)
    if let known = loweredModels[use], known.graph == graph { return known.lowered }
    let lowered = try lowered(to: output, frozen: frozen, isTraining: isTraining, machine)
    loweredModels[use] = (graph, lowered)
    return lowered
  }

  /// The engine that trains, with all that the program changed since.
  func trainingEngine(
    _ compiled: CompiledModel, _ lowered: LoweredModel, _ data: Samples, _ machine: Machine
  ) throws(PyError) -> ModelEngine {
    let optimizer = compiled.optimizer
    try optimizer.memory.build(for: lowered, machine)
    if optimizer.owner !== self {
      optimizer.serve(self)
      endEngine(.training)
    }
    let engine = try engine(.training, lowered, data, machine) { () throws(PyError) in
      try compiled.engine(machine, data)
    }
    try engine.push(compiled, machine)
    return engine
  }

  /// The engine that measures: that which trains, where it does just as well.
  func measuringEngine(
    _ compiled: CompiledModel, _ lowered: LoweredModel, _ data: Samples, _ machine: Machine
  ) throws(PyError) -> ModelEngine {
    let use: ModelEngine.Use =
      engines[.training]?.stamp == stamp(.measuring, data) ? .training : .measuring
    let engine = try engine(use, lowered, data, machine) { () throws(PyError) in
      try compiled.engine(machine, data)
    }
    engine.pushWeights()
    return engine
  }

  /// The engine that computes one output.
  func predictingEngine(
    _ use: ModelEngine.Use, _ lowered: LoweredModel, _ data: Samples, _ machine: Machine
  ) throws(PyError) -> ModelEngine {
    let engine = try engine(use, lowered, data, machine) { () throws(PyError) in
      do throws(ArgumentError) {
        return try Compilation(optimizer: .string("sgd"), loss: .string("mse"))
      } catch {
        throw KerasArguments.error(error, machine)
      }
    }
    engine.pushWeights()
    return engine
  }

  private func stamp(_ use: ModelEngine.Use, _ data: Samples) -> ModelEngine.Stamp? {
    loweredModels[use].map { .init(graph: $0.graph, forms: data.forms, seed: seed) }
  }

  private func engine(
    _ use: ModelEngine.Use, _ lowered: LoweredModel, _ data: Samples, _ machine: Machine,
    _ compilation: () throws(PyError) -> Compilation
  ) throws(PyError) -> ModelEngine {
    let stamp = stamp(use, data)
    if let engine = engines[use], engine.stamp == stamp {
      session.engines.use(engine)
      return engine
    }
    endEngine(use)
    guard let weights = lowered.weights, let stamp else {
      throw machine.error("ValueError", "the model's weights don't fit its layers")
    }
    let compilation = try compilation()
    let state =
      use == .training
      ? self.compilation?.optimizer.memory.state(of: compilation.optimizer, lowered) ?? keptState
      : nil
    guard state.map({ $0.fits(compilation.optimizer, lowered.model) }) ?? true else {
      throw machine.error(
        "ValueError",
        "The optimizer was built for other variables than the model has now. Call `compile()` again."
      )
    }
    let job = ExecutorJob(
      model: lowered.model, weights: weights, compilation: compilation, state: state,
      labelForm: data.form, seed: seed, threads: session.host.threads, batchSize: 0)
    let made = ModelEngine(self, use, lowered, job, stamp)
    engines[use] = made
    session.engines.use(made)
    return made
  }
}
