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
    let (trainer, history) = try train(session)
    let output = HistoryOutput(
      name: "history", metrics: history.names, rows: history.rows,
      weightsSHA256: trainer.weights.sha256.description)
    keep(trainer, in: &session)
    session.histories[session.scope.id] = output
    let figure = HistoryFigure(output, words: session.words)
    return [.history(output), .figure(figure.output(name: "curves", scope: session.scope))]
  }

  private func train(_ session: Session) throws(StepFailure) -> (Trainer, History) {
    let prepared = session.data(data.id)
    let state = session.model(modelID)
    guard var trainer = state.trainer(prepared.preparation) else {
      preconditionFailure("FitStep: model \(modelID) was planned but never compiled")
    }
    let options = FitOptions(
      epochs: state.epochs + epochs, batchSize: batchSize, initialEpoch: state.epochs,
      shuffle: shuffle, seed: session.currentSeed, threads: session.settings.threads)
    do {
      let history = try trainer.fit(
        prepared.split(data.split),
        validation: validation.map { session.data($0.id).split($0.split) },
        options: options, observer: observer(session, first: state.epochs))
      return (trainer, history)
    } catch {
      throw StepFailure(error)
    }
  }

  private func observer(_ session: Session, first: Int) -> FitObserver {
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

  private func keep(_ trainer: Trainer, in session: inout Session) {
    let key = session.keys[session.scope.id] ?? ""
    session.models[modelID]?.weights = trainer.weights
    session.models[modelID]?.optimizerState = trainer.optimizerState
    session.models[modelID]?.epochs += epochs
    session.models[modelID]?.key = key
  }
}
