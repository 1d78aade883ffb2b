internal import Datasets
internal import Networks
internal import RunRecords
internal import Training

/// One run of a `.fit` directive: the session's data and progress, around the one way to train.
final class DirectiveFit: FitListener {
  typealias Failure = TaskFailure

  private let task: FitTask
  /// The session of the task, which data are loaded into.
  var session: Session
  let runner: ModelRunner
  private(set) var rows: [[Double]] = []
  private let digests: (data: String, validation: String?)
  private var rules: [any FitRule]
  /// The weights after the best epoch of each rule that wants them back.
  private var best: [Int: ModelWeights] = [:]
  private(set) var isStopped = false

  init(_ task: FitTask, _ session: inout Session) throws(TaskFailure) {
    self.task = task
    digests = (
      try session.digest(of: task.data, classWeights: task.classWeights),
      try task.validation.map { data throws(TaskFailure) in try session.digest(of: data) }
    )
    self.session = session
    rules = task.rules.all
    let preparation = session.data(task.data.id).preparation
    runner = session.model(task.modelID).runner(
      preparation, seed: session.currentSeed, threads: session.settings.threads)
  }

  func run() throws(TaskFailure) {
    let plan = FitPlan(
      epochs: task.epochs, epochsDone: state.epochs, batchSize: task.batchSize,
      shuffle: task.shuffle, seed: session.currentSeed, threads: session.settings.threads,
      validation: task.validation == nil ? nil : .every(1), goesOn: !task.stopsOnNaN)
    let key = TrainingKey(
      runner.model, runner.compilation, copy: state.copy, data: digests.data,
      validation: digests.validation, plan)
    let store = session.results.map { CachedTrainings($0) as any TrainingStore }
    let fit = Fit(runner, plan, self, memory: store.map { (store: $0, key: key) })
    for index in rules.indices { rules[index].begin(runner.compilation) }
    do {
      try fit.run()
    } catch {
      switch error {
      case .listener(let failure): throw failure
      case .training(let error): throw TaskFailure(error)
      }
    }
    session.scope.isReused = fit.epochsTrained == 0
    for index in rules.indices { if let best = best[index] { runner.weights = best } }
  }

  /// Makes the trained model the session's.
  func keep(key: String) {
    session.models[task.modelID]?.weights = runner.weights
    session.models[task.modelID]?.optimizerState = runner.optimizerState
    // A rate that a callback set stays, as in Keras.
    session.models[task.modelID]?.compilation = runner.compilation.with(runner.optimizer)
    session.models[task.modelID]?.epochs += rows.count
    session.models[task.modelID]?.key = key
  }

  /// The history's columns.
  var names: [String] {
    runner.compilation.metricNames(validated: task.validation != nil) + task.rules.columns
  }

  private var state: ModelState { session.model(task.modelID) }

  var intervenes: Bool { !rules.isEmpty }
  var watchesBatches: Bool { false }
  var isCancelled: Bool { session.isCancelled() }

  func samples() throws(TaskFailure) -> (training: Samples, validation: Samples?) {
    for data in [task.data] + (task.validation.map { [$0] } ?? []) {
      try session.loadBytes(data.id)
    }
    return (
      session.samples(task.data, classWeights: task.classWeights),
      task.validation.map { session.samples($0) }
    )
  }

  func epochBegins(_ epoch: Int) throws(TaskFailure) {
    for rule in rules { if let rate = rule.rate(ofEpoch: epoch) { set(rate) } }
  }

  func batchEnds(_ progress: BatchProgress) throws(TaskFailure) {
    let epoch = progress.epoch - state.epochs
    tell(epoch, progress.batch + 1, of: progress.batches, progress.images, progress.metrics)
  }

  func epochEnds(_ epoch: Int, _ row: [Double], isKept: Bool) throws(TaskFailure) {
    let rate = runner.optimizer.learningRate
    let row = row + task.rules.columns.map { _ in Double(rate) }
    rows.append(row)
    follow(epoch, row, rate)
    // Progress is of this run.
    if isKept { return }
    let images = session.data(task.data.id).facts.counts[task.data.split]
    let batches = (images + task.batchSize - 1) / task.batchSize
    tell(epoch, batches, of: batches, images, row, isEnd: true)
  }

  /// Lets the rules see an epoch's metrics.
  private func follow(_ epoch: Int, _ row: [Double], _ rate: Float) {
    let metrics = Dictionary(
      zip(names, row.map { Double(Float($0)) }), uniquingKeysWith: { first, _ in first })
    for index in rules.indices {
      guard let monitor = rules[index].monitor,
        let value = monitor.names.lazy.compactMap({ metrics[$0] }).first
      else { continue }
      switch rules[index].end(epoch, value, rate: Double(runner.optimizer.learningRate)) {
      case .goesOn: break
      case .best: if rules[index].restoresBest { best[index] = runner.weights }
      case .stops: isStopped = true
      case .rate(let rate): set(rate)
      }
    }
  }

  private func set(_ rate: Double) {
    runner.optimizer = runner.optimizer.with(learningRate: Float(rate))
  }

  private func tell(
    _ epoch: Int, _ batch: Int, of batches: Int, _ images: Int, _ metrics: [Double],
    isEnd: Bool = false
  ) {
    session.observe(
      .progress(
        TaskProgress(
          id: session.scope.id, phase: .fit, epoch: epoch + 1, epochs: task.epochs, done: batch,
          total: batches, examples: images, metrics: zip(names, metrics).map { ($0, $1) },
          isEpochEnd: isEnd)))
  }
}
