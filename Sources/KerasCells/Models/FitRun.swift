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
  private var course: BatchCourse
  private var callbacks: [any FitCallback] = []
  private(set) var record = HistoryObject()

  init(_ model: ModelObject, _ compiled: CompiledModel, _ call: Call) throws(PyError) {
    self.model = model
    self.compiled = compiled
    machine = call.machine
    lowered = try model.loweredForTraining(machine)
    options = try FitCallOptions(call, model.session.host.maxEpochs)
    let engine = try compiled.engine(machine)
    let given = try FitData(call, SampleReading(lowered, model, machine), engine)
    (data, validation) = (given.training, given.validated(options))
    course = BatchCourse(
      batches: BatchCourse.count(of: data.count, by: options.batchSize), steps: options.steps,
      pass: model.epochsDone)
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
    let key = try storeKey()
    var rows: [[Double]] = []
    var names: [String] = []
    if let key, let state = kept(key), restore(state) {
      (rows, names) = (state.rows, state.names)
      for (index, row) in rows.enumerated() {
        _ = course.advance()
        report(names, row, epoch: options.initialEpoch + index, progress)
      }
    }
    let first = options.initialEpoch + rows.count
    for epoch in first..<max(options.epochs, first) {
      try each { callback throws(PyError) in try callback.beginEpoch(epoch, self) }
      let row = try trainEpoch(epoch)
      // An epoch without validation has fewer.
      names = row.names.count > names.count ? row.names : names
      rows.append(row.values)
      report(row.names, row.values, epoch: epoch, progress)
      let logs = Dictionary(
        zip(row.names, row.values), uniquingKeysWith: { first, _ in first })
      try each { callback throws(PyError) in try callback.endEpoch(epoch, logs, self) }
      if let key { keep(names, rows, key) }
      if model.stopsTraining { break }
    }
  }

  /// The state after the most epochs that an earlier run kept, no more than wanted.
  private func kept(_ key: [String]) -> TrainedState? {
    guard let store = model.session.host.store, options.epochs > options.initialEpoch else {
      return nil
    }
    for count in stride(from: options.epochs - options.initialEpoch, to: 0, by: -1) {
      if let state = store.load(key + ["after \(count)"]), state.rows.count == count {
        return state
      }
    }
    return nil
  }

  /// Keeps the state after an epoch, so that a run that was killed goes on from it.
  private func keep(_ names: [String], _ rows: [[Double]], _ key: [String]) {
    let state = trainer.optimizerState
    model.session.host.store?.save(
      TrainedState(
        weights: trainer.weights.tensors.map(\.values), slots: state.slots, step: state.step,
        names: names, rows: rows), key + ["after \(rows.count)"])
  }

  /// One epoch of the engine; weights go back into the layers.
  private func trainEpoch(_ epoch: Int) throws(PyError) -> (names: [String], values: [Double]) {
    let host = model.session.host
    let fit = FitOptions(
      epochs: model.epochsDone + 1, batchSize: options.batchSize, initialEpoch: model.epochsDone,
      shuffle: options.shuffle, seed: model.session.seed, threads: host.threads,
      part: course.advance(),
      validationBatchSize: compiled.outputs.isEmpty ? nil : options.validationBatchSize)
    // A callback may have changed weights or the learning rate.
    trainer = try model.trainer(lowered, compiled, data, machine)
    var failure: PyError?
    let observer = FitObserver(
      onBatch: { [self] batch in
        host.onBatch(epoch, options.epochs, batch.images, data.count)
        guard failure == nil else { return }
        do throws(PyError) {
          for callback in callbacks { try callback.endBatch(batch.batch, self) }
        } catch let error {
          failure = error
        }
      }, isCancelled: { [machine] in failure != nil || machine.isCancelled() })
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
    let ordered = zip(names, values).sorted { $0.0 < $1.0 }.sorted { a, b in
      !a.0.hasPrefix("val_") && b.0.hasPrefix("val_")
    }
    record.append(epoch, ordered.map { ($0.0, $0.1) }, machine)
    machine.write(progress.epoch(epoch, of: options.epochs, ordered.map { ($0.0, $0.1) }))
  }

  private func restore(_ state: TrainedState) -> Bool {
    guard let weights = ModelWeights(lowered.model, flat: state.weights) else { return false }
    lowered.keep(weights)
    model.optimizerState = OptimizerState(step: state.step, slots: state.slots)
    model.epochsDone += state.rows.count
    return true
  }

  /// What the weights after this fit depend on; nil where a program's own callback may do anything.
  private func storeKey() throws(PyError) -> [String]? {
    guard model.session.host.store != nil, callbacks.isEmpty else { return nil }
    return FitKey(
      lowered: lowered, compiled: compiled, data: data, validation: validation, options: options,
      seed: model.session.seed, epochsDone: model.epochsDone, state: model.optimizerState
    ).parts
  }

  private func each(_ body: (any FitCallback) throws(PyError) -> Void) throws(PyError) {
    for callback in callbacks { try body(callback) }
  }
}
