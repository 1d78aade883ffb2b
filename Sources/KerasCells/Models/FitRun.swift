internal import Cells
internal import Networks
internal import Tensors

/// One call of `fit`.
final class FitRun {
  let model: ModelObject
  let machine: Machine
  private let compiled: CompiledModel
  private let lowered: LoweredModel
  private var trainer: Trainer
  private let data: Samples
  private let validation: Samples?
  private let options: FitCallOptions
  private let course: BatchCourse
  /// What a batch's figures are called.
  private let figureNames: [String]
  private var callbacks: [any FitCallback] = []
  /// The figures of the last epoch.
  private(set) var logs: [String: Double] = [:]
  private(set) var record = HistoryObject()

  init(_ model: ModelObject, _ compiled: CompiledModel, _ call: Call) throws(PyError) {
    self.model = model
    self.compiled = compiled
    machine = call.machine
    lowered = try model.loweredForTraining(machine)
    options = try FitCallOptions(call, model.session.host.maxEpochs)
    let engine = try compiled.engine(machine)
    figureNames = engine.figureNames
    let given = try FitData(call, SampleReading(lowered, model, machine), engine)
    (data, validation) = (given.training, given.validated(options))
    course = BatchCourse(
      batches: BatchCourse.count(of: data.count, by: options.batchSize), steps: options.steps,
      first: model.epochsDone)
    trainer = try model.trainer(lowered, compiled, data, machine)
    callbacks = try FitCallbacks.list(call["callbacks"] ?? .none, machine)
    record.model = model
  }

  func run() throws(PyError) -> HistoryObject {
    model.stopsTraining = false
    if options.epochs < options.wantedEpochs {
      machine.write(
        "--max-epochs: \(options.epochs - options.initialEpoch) of \(options.wantedEpochs - options.initialEpoch) epochs\n"
      )
    }
    let steps = options.steps ?? course.batches
    record.begin(options, steps: steps, machine)
    try each { callback throws(PyError) in try callback.begin(self) }
    try train(steps)
    try each { callback throws(PyError) in try callback.end(self) }
    model.history = .object(record)
    return record
  }

  private func train(_ steps: Int) throws(PyError) {
    let progress = ProgressText(verbose: options.verbose, steps: steps)
    let memory = memory
    var digest = memory == nil ? "" : TrainedState.digest(lowered.weights, model.optimizerState)
    var epoch = options.initialEpoch
    if callbacks.isEmpty, let memory {
      let count = max(options.epochs - epoch, 0)
      for state in memory.row(
        from: digest, done: model.epochsDone, count: count,
        parts: { [self] in keyParts(of: options.initialEpoch + $0) },
        fits: { [self] in fitting($0) != nil })
      {
        restore(state)
        model.epochsDone += 1
        digest = state.digest
        machine.write(progress.header(epoch, options))
        report(state.names, state.row, epoch: epoch, progress)
        epoch += 1
      }
    }
    var previous: (state: TrainedState, key: [String])?
    while epoch < options.epochs, !model.stopsTraining {
      try each { callback throws(PyError) in try callback.beginEpoch(epoch, self) }
      machine.write(progress.header(epoch, options))
      // A callback may have changed weights or the learning rate.
      if !callbacks.isEmpty, memory != nil {
        digest = TrainedState.digest(lowered.weights, model.optimizerState)
      }
      let key = memory?.key(
        after: digest, done: model.epochsDone, parts: keyParts(of: epoch))
      let state = try trained(epoch, key, memory)
      if callbacks.isEmpty, let previous { memory?.lighten(previous.state, previous.key) }
      previous = key.map { (state, $0) }
      digest = state.digest
      let rates = rateFigures
      let (names, row) = (state.names + rates.names, state.row + rates.values)
      logs = Dictionary(zip(names, row), uniquingKeysWith: { first, _ in first })
      try each { callback throws(PyError) in try callback.endEpoch(epoch, logs, self) }
      report(names, row, epoch: epoch, progress)
      epoch += 1
    }
  }

  /// The state after an epoch: kept by an earlier run, or trained now and kept.
  private func trained(
    _ epoch: Int, _ key: [String]?, _ memory: FitMemory?
  ) throws(PyError) -> TrainedState {
    if let key, let kept = memory?.epoch(key), restore(kept) {
      model.epochsDone += 1
      return kept
    }
    let row = try trainEpoch(epoch)
    guard let key, let memory else {
      return TrainedState(weights: [], slots: [], step: 0, names: row.names, row: row.values)
    }
    let state = TrainedState(
      trainer.weights, trainer.optimizerState, names: row.names, row: row.values)
    memory.keep(state, key)
    return state
  }

  /// One epoch of the engine; weights go back into the layers.
  private func trainEpoch(_ epoch: Int) throws(PyError) -> (names: [String], values: [Double]) {
    let host = model.session.host
    let fit = FitOptions(
      epochs: model.epochsDone + 1, batchSize: options.batchSize, initialEpoch: model.epochsDone,
      shuffle: options.shuffle, seed: model.session.seed, threads: host.threads,
      part: course.part(ofEpoch: epoch - options.initialEpoch),
      validationBatchSize: compiled.outputs.isEmpty ? nil : options.validationBatchSize)
    // A callback may have changed weights or the learning rate.
    trainer = try model.trainer(lowered, compiled, data, machine)
    var failure: PyError?
    let observer = FitObserver(
      onBatch: { [self] batch in
        host.onBatch(epoch, options.epochs, batch.images, data.count)
        guard failure == nil else { return }
        do throws(PyError) {
          try tellOf(batch)
        } catch let error {
          failure = error
        }
      }, isCancelled: { [machine] in failure != nil || machine.isCancelled() })
    try each { callback throws(PyError) in try callback.beginBatch(0, self) }
    let result: History
    do throws(PyError) {
      let validates = options.validates(after: epoch)
      result = try fitted(fit, validates ? validation : nil, observer)
    } catch {
      throw failure ?? error
    }
    model.epochsDone += 1
    model.optimizerState = trainer.optimizerState
    lowered.keep(trainer.weights)
    // As Keras gives them: single-precision means.
    return (result.names, (result.rows.last ?? []).map { Double(Float($0)) })
  }

  /// Tells the callbacks of a batch that ended, and of the next.
  private func tellOf(_ batch: BatchProgress) throws(PyError) {
    guard callbacks.contains(where: \.watchesBatches) else { return }
    let figures = Dictionary(
      zip(figureNames, batch.figures.map { Double(Float($0)) }),
      uniquingKeysWith: { first, _ in first })
    for callback in callbacks { try callback.endBatch(batch.batch, figures, self) }
    guard batch.batch + 1 < batch.batches else { return }
    for callback in callbacks { try callback.beginBatch(batch.batch + 1, self) }
  }

  private func fitted(
    _ options: FitOptions, _ validation: Samples?, _ observer: FitObserver
  ) throws(PyError) -> History {
    do throws(TrainingError) {
      return try trainer.fit(data, validation: validation, options: options, observer: observer)
    } catch {
      throw machine.raised(error)
    }
  }

  private func report(
    _ names: [String], _ values: [Double], epoch: Int, _ progress: ProgressText
  ) {
    let figures = Dictionary(zip(names, values), uniquingKeysWith: { first, _ in first })
    let ordered = FigureOrder.sorted(Array(figures.keys)).map { ($0, figures[$0] ?? 0) }
    record.append(epoch, ordered, machine)
    machine.write(progress.line(ordered))
  }

  /// The learning rate, where a callback notes it down.
  private var rateFigures: (names: [String], values: [Double]) {
    guard callbacks.contains(where: { $0.notesRate }),
      let rate = model.compilation?.optimizer.exactRate
    else { return ([], []) }
    return (["learning_rate"], [rate])
  }

  @discardableResult
  private func restore(_ state: TrainedState) -> Bool {
    guard let (weights, optimizerState) = fitting(state) else { return false }
    lowered.keep(weights)
    model.optimizerState = optimizerState
    return true
  }

  /// What a state holds; nil where it holds nothing for this model, as a stranger's may.
  private func fitting(_ state: TrainedState) -> (ModelWeights, OptimizerState)? {
    guard !state.weights.isEmpty,
      let weights = ModelWeights(lowered.model, flat: state.weights),
      let optimizerState = OptimizerState(
        step: state.step, slots: state.slots, of: trainer.compilation.optimizer, trainer.model)
    else { return nil }
    return (weights, optimizerState)
  }

  /// The weights that the model has now, and puts others in their place.
  var weights: ModelWeights? {
    get { lowered.weights }
    set { if let newValue { lowered.keep(newValue) } }
  }

  /// What tells an epoch from others that follow the same state: which batches it trains, and
  /// whether it ends with validation.
  private func keyParts(of epoch: Int) -> [String] {
    let part = course.part(ofEpoch: epoch - options.initialEpoch)
    return (part.map { ["pass \($0.pass) batches \($0.batches)"] } ?? [])
      + (options.validates(after: epoch) ? [] : ["not validated"])
  }

  /// Where epochs are kept; nil where nothing is, or where a callback is told of batches.
  private var memory: FitMemory? {
    guard !callbacks.contains(where: \.watchesBatches) else { return nil }
    return FitMemory(
      model.session.host.store, lowered, compiled, data, validation, options,
      seed: model.session.seed)
  }

  private func each(_ body: (any FitCallback) throws(PyError) -> Void) throws(PyError) {
    for callback in callbacks { try body(callback) }
  }
}
