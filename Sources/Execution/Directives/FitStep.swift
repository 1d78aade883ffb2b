internal import Datasets
internal import Diagnostics
internal import Digests
internal import Networks
internal import RunRecords

/// The work of `.fit`.
struct FitStep: Step {
  var modelID: String
  var data: DataReference
  var validation: DataReference?
  var epochs: Int
  var batchSize: Int
  var shuffle: Bool
  /// Where the directive itself says how to train.
  var compiling: CompileFacts?

  func keyParts(in session: Session) -> [String] {
    let measured = validation.map { "\(session.data($0.id).key) \($0.split)" } ?? "none"
    return [
      session.model(modelID).key, compiling?.text ?? "", session.data(data.id).key,
      "\(data.split)", "validation \(measured)", "epochs \(epochs)", "batch \(batchSize)",
      "shuffle \(shuffle)",
    ]
  }

  func run(_ session: inout Session) throws(StepFailure) -> StepOutputs {
    if let compiling { session.compile(modelID, as: compiling) }
    let key = trainingKey(session)
    let done = try trained(&session, key)
    let output = HistoryOutput(
      name: "history", metrics: done.names, rows: done.rows,
      weightsSHA256: done.weights.sha256.description)
    keep(done, StepKey([key, "epochs \(epochs)"]).digest, in: &session)
    session.histories[session.scope.id] = output
    let figure = HistoryFigure(output, words: session.words)
    return [.history(output), .figure(figure.output(name: "curves"))]
  }

  /// All that the training depends on but the number of epochs.
  private func trainingKey(_ session: Session) -> String {
    let state = session.model(modelID)
    let measured = validation.map { "\(session.data($0.id).key) \($0.split)" } ?? "none"
    return StepKey([
      "fit", "numerics \(numericsVersion)", "seed \(session.currentSeed)", state.key,
      session.data(data.id).key, "\(data.split)", "validation \(measured)",
      "batch \(batchSize)", "shuffle \(shuffle)", "from epoch \(state.epochs)",
    ]).digest
  }

  /// The model after all epochs: from the cache, or trained from its best checkpoint on.
  private func trained(
    _ session: inout Session, _ key: String
  ) throws(StepFailure) -> Checkpoint {
    let state = session.model(modelID)
    let isValidated = validation != nil
    guard let results = session.results else { return try train(&session, from: nil, nil) }
    let found = session.checkpoint(key, of: state, isValidated: isValidated, atMost: epochs)
    if let found, found.epochs == epochs {
      session.scope.isReused = true
      return found
    }
    let address = Checkpoint.address(key, epochs)
    let isCancelled = session.isCancelled
    return try results.alone(at: address, isCancelled: isCancelled) {
      () throws(StepFailure) -> Checkpoint in
      // Another run may have trained it meanwhile.
      let found = session.checkpoint(key, of: state, isValidated: isValidated, atMost: epochs)
      session.scope.isReused = found?.epochs == epochs
      if let found, session.scope.isReused { return found }
      return try train(&session, from: found, CheckpointWriter(results, key: key))
    }
  }

  private func train(
    _ session: inout Session, from start: Checkpoint?, _ writer: CheckpointWriter?
  ) throws(StepFailure) -> Checkpoint {
    for id in [data.id] + (validation.map { [$0.id] } ?? []) { try session.loadBytes(id) }
    let prepared = session.data(data.id)
    var state = session.model(modelID)
    if let start { (state.weights, state.optimizerState) = (start.weights, start.optimizerState) }
    guard var trainer = state.trainer(prepared.preparation) else {
      preconditionFailure("FitStep: model \(modelID) was planned but never compiled")
    }
    let options = FitOptions(
      epochs: state.epochs + epochs, batchSize: batchSize,
      initialEpoch: state.epochs + (start?.epochs ?? 0), shuffle: shuffle,
      seed: session.currentSeed, threads: session.settings.threads)
    do {
      let history = try trainer.fit(
        prepared.split(data.split),
        validation: validation.map { session.data($0.id).split($0.split) },
        options: options,
        observer: observer(session, first: state.epochs, before: start?.rows ?? [], writer))
      return Checkpoint(
        weights: trainer.weights, optimizerState: trainer.optimizerState, names: history.names,
        rows: (start?.rows ?? []) + history.rows)
    } catch {
      throw StepFailure(error)
    }
  }

  /// - Parameters:
  ///   - first: the epochs that the model had before this fit.
  ///   - before: rows of the history from before a checkpoint.
  private func observer(
    _ session: Session, first: Int, before: [[Double]], _ writer: CheckpointWriter?
  ) -> FitObserver {
    let names = session.model(modelID).compilation?.figureNames ?? []
    let (id, observe) = (session.scope.id, session.observe)
    let epochs = epochs
    let images = session.data(data.id).facts.counts[data.split]
    let batches = (images + batchSize - 1) / batchSize
    return FitObserver(
      onBatch: { progress in
        observe(
          .progress(
            StepProgress(
              id: id, phase: .fit, epoch: progress.epoch - first + 1, epochs: epochs,
              done: progress.batch + 1, total: progress.batches, examples: progress.images,
              metrics: zip(names, progress.figures).map { ($0, $1) })))
      },
      onEpoch: { progress in
        writer?.keep(
          Checkpoint(
            weights: progress.weights, optimizerState: progress.optimizerState,
            names: progress.history.names, rows: before + progress.history.rows))
        let row = progress.history.rows.last ?? []
        observe(
          .progress(
            StepProgress(
              id: id, phase: .fit, epoch: progress.epoch - first + 1, epochs: epochs,
              done: batches, total: batches, examples: images,
              metrics: zip(progress.history.names, row).map { ($0, $1) }, isEpochEnd: true)))
      },
      isCancelled: session.isCancelled)
  }

  private func keep(_ done: Checkpoint, _ key: String, in session: inout Session) {
    session.models[modelID]?.weights = done.weights
    session.models[modelID]?.optimizerState = done.optimizerState
    session.models[modelID]?.epochs += epochs
    session.models[modelID]?.key = key
  }
}
