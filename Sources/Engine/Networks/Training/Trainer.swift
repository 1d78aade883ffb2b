public import Datasets
public import Tensors

/// A model in training: its weights, its compilation and the optimizer's state.
///
/// Everything is a function of the weights, the data, the options and the seed; threads and
/// instruction sets change no bit.
public struct Trainer: Sendable {
  /// What is trained.
  public let model: Model
  /// Loss, metrics and optimizer.
  public let compilation: Compilation
  /// How a split's bytes become inputs, and how class numbers are put before the loss.
  public let preparation: Preparation
  /// The weights after the last complete epoch, or those to begin with.
  public private(set) var weights: ModelWeights
  /// The optimizer's steps and slots after the last complete epoch.
  public private(set) var optimizerState: OptimizerState

  /// - Parameters:
  ///   - model: the layers.
  ///   - weights: what training begins with.
  ///   - compilation: optimizer, loss and metrics.
  ///   - preparation: how images and labels of a split become numbers.
  ///   - state: where an earlier fit stopped; a fresh state where nil.
  public init(
    model: Model, weights: ModelWeights, compilation: Compilation, preparation: Preparation,
    state: OptimizerState? = nil
  ) {
    self.model = model
    self.weights = weights
    self.compilation = compilation
    self.preparation = preparation
    optimizerState = state ?? OptimizerState(compilation.optimizer, model: model)
  }

  /// Trains, and takes over weights and optimizer state after each epoch.
  ///
  /// - Parameters:
  ///   - data: images with labels.
  ///   - options: epochs, batches and the seed.
  ///   - observer: told of batches and epochs, and asked whether to stop.
  ///   - validation: evaluated after each epoch, in columns with `val_` before their names.
  /// - Throws: ``TrainingError``; after `.cancelled` or `.lossNotFinite` the trainer stands where
  ///   the last complete epoch left it.
  public mutating func fit(
    _ data: Split, validation: Split? = nil, options: FitOptions, observer: FitObserver = .init()
  ) throws(TrainingError) -> History {
    try fit(
      Samples(data, preparation), validation: validation.map { Samples($0, preparation) },
      options: options, observer: observer)
  }

  /// Trains on any samples.
  public mutating func fit(
    _ data: Samples, validation: Samples? = nil, options: FitOptions,
    observer: FitObserver = .init()
  ) throws(TrainingError) -> History {
    try check.check(fit: data, validation: validation, options)
    let runner = runner(seed: options.seed, threads: options.threads)
    var history = History(
      names: compilation.metricNames(validated: validation != nil),
      firstEpoch: options.initialEpoch)
    for epoch in options.initialEpoch..<max(options.epochs, options.initialEpoch) {
      do {
        history.append(
          try runner.trainEpoch(
            epoch, data, validation: validation, options: options, observer: observer))
      } catch .cancelled {
        throw .cancelled(completed: history)
      }
      weights = runner.weights
      optimizerState = runner.optimizerState
      observer.onEpoch(
        EpochProgress(
          epoch: epoch, history: history, weights: weights, optimizerState: optimizerState))
    }
    weights = optimizerState.averaged(weights, compilation.optimizer, model) ?? weights
    return history
  }

  /// Loss and metrics over a split, in inference mode.
  public func evaluate(
    _ data: Split, batchSize: Int = 256, threads: Int = 1,
    isCancelled: () -> Bool = { false }
  ) throws(TrainingError) -> [(name: String, value: Double)] {
    try evaluate(
      Samples(data, preparation), batchSize: batchSize, threads: threads, isCancelled: isCancelled)
  }

  /// Loss and metrics over any samples, in inference mode.
  public func evaluate(
    _ data: Samples, batchSize: Int = 256, threads: Int = 1,
    isCancelled: () -> Bool = { false }
  ) throws(TrainingError) -> [(name: String, value: Double)] {
    try check.check(data)
    let batchSize = max(min(batchSize, data.count), 1)
    try check.checkMemory(batch: batchSize, isTraining: false, threads: threads)
    let means = try runner(seed: 0, threads: threads)
      .evaluate(data, batchSize: batchSize, isCancelled: isCancelled)
    return zip(compilation.metricNames, means).map { ($0, $1) }
  }

  /// The model's outputs for every image: `[count, outputs]`.
  public func predict(
    _ data: Split, batchSize: Int = 256, threads: Int = 1,
    isCancelled: () -> Bool = { false }
  ) throws(TrainingError) -> Tensor {
    try predict(
      Samples(data, preparation), batchSize: batchSize, threads: threads, isCancelled: isCancelled)
  }

  /// The model's outputs for any samples: `[count, outputs]`.
  public func predict(
    _ data: Samples, batchSize: Int = 256, threads: Int = 1,
    isCancelled: () -> Bool = { false }
  ) throws(TrainingError) -> Tensor {
    try check.check(data, labels: false)
    let batchSize = max(min(batchSize, data.count), 1)
    try check.checkMemory(batch: batchSize, isTraining: false, threads: threads)
    return try runner(seed: 0, threads: threads)
      .predict(data, batchSize: batchSize, isCancelled: isCancelled)
  }

  private var check: SampleCheck { SampleCheck(model, compilation) }

  private func runner(seed: UInt64, threads: Int) -> ModelRunner {
    ModelRunner(job(seed: seed, threads: threads))
  }

  func job(seed: UInt64, threads: Int, batchSize: Int = 0) -> ExecutorJob {
    ExecutorJob(
      model: model, weights: weights, compilation: compilation, state: optimizerState,
      labelForm: preparation.labelForm, seed: seed, threads: threads, batchSize: batchSize)
  }
}
