package import Networks

/// One fit: finds the epochs that an earlier run trained, trains the others, and keeps them.
///
/// The bits are those of a fit that was never interrupted, wherever it is taken up again.
package final class Fit<Listener: FitListener> {
  /// What ``run()`` throws: the engine's errors or the listener's own.
  package typealias Failure = FitError<Listener.Failure>

  private let runner: ModelRunner
  private let plan: FitPlan
  private let listener: Listener
  /// Where epochs are kept, and the key of what the fit depends on.
  private let memory: (store: any TrainingStore, key: TrainingKey)?
  private var given: (training: Samples, validation: Samples?)?
  /// A digest of weights and state as this fit left them, and what the runner had been told until then.
  private var state: (digest: String, changes: Int)?
  private var hasBegun = false

  /// The metrics of each epoch so far.
  package private(set) var rows: [[Double]] = []
  /// The epochs that no earlier run had trained.
  package private(set) var epochsTrained = 0

  /// - Parameter memory: nil where nothing is to be found again.
  package init(
    _ runner: ModelRunner, _ plan: FitPlan, _ listener: Listener,
    memory: (store: any TrainingStore, key: TrainingKey)?
  ) {
    (self.runner, self.plan, self.listener) = (runner, plan, listener)
    self.memory = listener.watchesBatches ? nil : memory
  }

  /// Goes through all epochs, or until the listener stops; the runner then has the last one's weights.
  package func run() throws(Failure) {
    while rows.count < plan.epochs, !listener.isStopped {
      try begin()
      let length = listener.intervenes ? 1 : plan.epochs - rows.count
      guard let memory else {
        try end(train(), isKept: false)
        continue
      }
      let key = key(memory.key)
      let first = rows.count
      let told = try go(length, Checkpoints(memory.store, key: key), memory.store, key)
      state = ("\(rows.count + told.rows.count - first) after \(key)", runner.changes)
      // Nobody's program runs while others wait for what is trained here, or before the state is known.
      try tell(told.rows, areKept: told.areKept)
    }
    if plan.epochs > 0 { runner.takeAverages() }
  }

  private func tell(_ rows: [[Double]], areKept: Bool) throws(Failure) {
    for row in rows {
      try begin()
      try end(row, isKept: areKept)
    }
  }

  /// The key of the epochs that follow now.
  private func key(_ key: TrainingKey) -> String {
    let digest =
      state.flatMap { $0.changes == runner.changes ? $0.digest : nil }
      ?? TrainingKey.digest(runner.weights, runner.optimizerState)
    return key.epochs(after: digest, runner.optimizer, at: plan.place(of: rows.count))
  }

  /// Takes or trains epochs between which nobody has a say.
  ///
  /// - Returns: the metrics of those whose end has yet to be told, and whether an earlier run trained them.
  private func go(
    _ length: Int, _ checkpoints: Checkpoints, _ store: any TrainingStore, _ key: String
  ) throws(Failure) -> (rows: [[Double]], areKept: Bool) {
    if let found = best(checkpoints, length), found.epochs == length {
      return (take(found), true)
    }
    return try store.alone(key, isCancelled: { listener.isCancelled }) {
      () throws(Failure) -> (rows: [[Double]], areKept: Bool) in
      // Another run may have trained them meanwhile.
      let found = best(checkpoints, length)
      let taken = found.map { take($0) } ?? []
      if taken.count == length { return (taken, true) }
      try tell(taken, areKept: true)
      return ([try train(length, after: taken, checkpoints)], false)
    }
  }

  private func best(_ checkpoints: Checkpoints, _ length: Int) -> Checkpoint? {
    let first = rows.count
    return checkpoints.best(atMost: length, for: runner) { epoch in
      runner.compilation.metricNames(validated: plan.validates(first + epoch)).count
    }
  }

  /// Goes on from a checkpoint.
  private func take(_ checkpoint: Checkpoint) -> [[Double]] {
    runner.weights = checkpoint.weights
    runner.optimizerState = checkpoint.optimizerState
    return checkpoint.rows
  }

  /// Trains what is left of some epochs; the last one's end has yet to be told.
  private func train(
    _ length: Int, after start: [[Double]], _ checkpoints: Checkpoints
  ) throws(Failure) -> [Double] {
    var checkpoints = checkpoints
    var done = start
    while true {
      try begin()
      let row = try train()
      done.append(row)
      if Checkpoints.isDue(after: done.count, of: length) {
        checkpoints.keep(
          Checkpoint(
            weights: runner.weights, optimizerState: runner.optimizerState, rows: done))
      }
      if done.count == length { return row }
      try end(row, isKept: false)
    }
  }

  /// Trains one epoch.
  private func train() throws(Failure) -> [Double] {
    let samples = try samples()
    let epoch = rows.count
    var failure: Listener.Failure?
    func tell(_ body: () throws(Listener.Failure) -> Void) {
      guard failure == nil else { return }
      do throws(Listener.Failure) {
        try body()
      } catch {
        failure = error
      }
    }
    var observer = FitObserver(
      onBatch: { [listener] progress in
        tell { () throws(Listener.Failure) in try listener.batchEnds(progress) }
      }, isCancelled: { [listener] in failure != nil || listener.isCancelled },
      endsEpoch: { [listener] in listener.isStopped })
    if listener.watchesBatches {
      observer.testing = BatchWatch(
        begins: { [listener] batch in
          tell { () throws(Listener.Failure) in try listener.testBatchBegins(batch) }
        },
        ends: { [listener] batch, metrics in
          tell { () throws(Listener.Failure) in try listener.testBatchEnds(batch, metrics) }
        })
    }
    let row: [Double]
    do throws(TrainingError) {
      row = try runner.trainEpoch(
        plan.epochsDone + epoch, samples.training,
        validation: plan.validates(epoch) ? samples.validation : nil,
        options: plan.options(of: epoch), observer: observer)
    } catch {
      throw failure.map { Failure.listener($0) } ?? Failure.training(error)
    }
    // A last batch that failed cancels nothing any more.
    if let failure { throw .listener(failure) }
    epochsTrained += 1
    return row
  }

  /// The samples, looked through once.
  private func samples() throws(Failure) -> (training: Samples, validation: Samples?) {
    if let given, !listener.renewsSamples { return given }
    let samples = try telling { () throws(Listener.Failure) in try listener.samples() }
    do {
      try SampleCheck(runner.model, runner.compilation).check(
        fit: samples.training, validation: samples.validation, plan.options(of: 0))
    } catch {
      throw .training(error)
    }
    given = samples
    return samples
  }

  private func begin() throws(Failure) {
    if hasBegun { return }
    hasBegun = true
    try telling { () throws(Listener.Failure) in try listener.epochBegins(rows.count) }
  }

  private func end(_ row: [Double], isKept: Bool) throws(Failure) {
    rows.append(row)
    hasBegun = false
    try telling { () throws(Listener.Failure) in
      try listener.epochEnds(rows.count - 1, row, isKept: isKept)
    }
  }

  private func telling<Result>(
    _ body: () throws(Listener.Failure) -> Result
  ) throws(Failure) -> Result {
    do {
      return try body()
    } catch {
      throw .listener(error)
    }
  }
}
