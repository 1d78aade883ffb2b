package import Tensors

/// A model on an executor that lives from call to call: its arenas, threads and packed weights are
/// made once, for as long as the model and what is asked of it stay the same.
package final class ModelRunner {
  /// What is trained and asked; another one needs a runner of its own.
  package let model: Model
  /// What was asked for when the runner was made; the optimizer may have other settings by now.
  package let compilation: Compilation
  private let executors: any ExecutorMaker
  private var job: ExecutorJob
  private let layout: MetricLayout
  private var executor: any BatchExecutor
  /// How often somebody else set weights or the optimizer's state.
  package private(set) var changes = 0

  /// A runner that makes its executor with the first batch.
  package init(_ job: ExecutorJob, executors: any ExecutorMaker = LocalExecutors()) {
    (model, compilation) = (job.model, job.compilation)
    self.executors = executors
    self.job = job
    layout = MetricLayout(job.compilation, job.model.outputShape, job.labelForm)
    // Nothing is made before there is a batch to carry.
    executor = UnmadeExecutor(job)
    self.job.batchSize = 0
  }

  /// The bytes that the executor takes.
  package var bytes: Int {
    if job.batchSize == 0 { return 0 }
    return MemoryNeed(
      model, batch: job.batchSize, optimizer: compilation.optimizer, threads: job.threads
    ).bytes
  }

  /// Setting them takes effect with the next batch, as do the two that follow.
  package var weights: ModelWeights {
    get { executor.weights }
    set {
      changes += 1
      executor.weights = newValue
    }
  }

  /// Steps and slots after the last step done; setting them takes effect with the next batch.
  package var optimizerState: OptimizerState {
    get { executor.optimizerState }
    set {
      changes += 1
      executor.optimizerState = newValue
    }
  }

  /// Another one is of the same kind, with other settings.
  package var optimizer: any Optimizer {
    get { executor.optimizer }
    set { executor.optimizer = newValue }
  }

  /// Puts the weights' running means in their places, where the optimizer keeps some.
  package func takeAverages() {
    guard optimizer.settings.average != nil else { return }
    if let averaged = optimizerState.averaged(weights, optimizer, model) { weights = averaged }
  }

  /// Makes room for batches of so many samples, where there is less.
  package func reserve(batch: Int) {
    guard batch > job.batchSize else { return }
    let optimizer = optimizer
    job = job.grown(to: batch, weights, optimizerState)
    executor = executors.executor(for: job)
    executor.optimizer = optimizer
  }

  /// Trains one epoch, or one part of it, and measures the validation's samples behind it.
  ///
  /// - Parameters:
  ///   - epoch: from 0; its shuffle is a function of it and the seed.
  ///   - data: has been looked through by a ``SampleCheck``, as `validation` has.
  /// - Returns: a number for each of ``Compilation/metricNames``, then one for each of validation.
  /// - Throws: ``TrainingError`` `.lossNotFinite`, or `.cancelled` without complete epochs; then the
  ///   weights are those before the batch that wasn't trained.
  package func trainEpoch(
    _ epoch: Int, _ data: Samples, validation: Samples? = nil, options: FitOptions,
    observer: FitObserver = .init()
  ) throws(TrainingError) -> [Double] {
    let course = EpochCourse(epoch, count: data.count, options)
    reserve(batch: max(course.batchSize, course.validationBatchSize(validation?.count ?? 0)))
    var batch = Batch(capacity: course.batchSize, inputShape: model.inputShape)
    var total = MetricSums(layout)
    for (number, range) in course.batches.enumerated() {
      if observer.isCancelled() { throw .cancelled(completed: History(names: [])) }
      batch.read(course.order[range], of: data)
      let metrics = executor.train(batch, goesOn: options.goesOn)
      guard options.goesOn || metrics.sums[0].isFinite else {
        throw .lossNotFinite(
          epoch: epoch + 1, batch: number + 1, layer: executor.firstLayerNotFinite(batch))
      }
      total.add(metrics)
      observer.onBatch(
        BatchProgress(
          epoch: epoch, epochs: options.epochs, batch: number, batches: course.batches.count,
          images: range.upperBound - course.first, total: total))
      if observer.endsEpoch() { break }
    }
    guard let validation else { return total.means }
    return try total.means
      + evaluate(
        validation, batchSize: course.validationBatchSize(validation.count),
        isCancelled: observer.isCancelled, watch: observer.testing)
  }

  /// Means of the loss and the metrics over all samples, in inference mode.
  package func evaluate(
    _ data: Samples, batchSize: Int, isCancelled: () -> Bool = { false },
    watch: BatchWatch? = nil
  ) throws(TrainingError) -> [Double] {
    var total = MetricSums(layout)
    var number = 0
    try forEachBatch(of: data, batchSize, isCancelled) { batch in
      watch?.begins(number)
      total.add(executor.evaluate(batch))
      watch?.ends(number, total.means)
      number += 1
    }
    return total.means
  }

  /// The outputs for all samples, `[count, outputs]`, in inference mode.
  package func predict(
    _ data: Samples, batchSize: Int, isCancelled: () -> Bool = { false }
  ) throws(TrainingError) -> Tensor {
    var values: [Float] = []
    values.reserveCapacity(data.count * model.outputShape.count)
    try forEachBatch(of: data, batchSize, isCancelled) { values += executor.predict($0) }
    return Tensor(Shape([data.count] + model.outputShape.extents), values)
  }

  private func forEachBatch(
    of data: Samples, _ batchSize: Int, _ isCancelled: () -> Bool, _ body: (Batch) -> Void
  ) throws(TrainingError) {
    let size = max(min(batchSize, data.count), 1)
    reserve(batch: size)
    var batch = Batch(capacity: size, inputShape: model.inputShape)
    let order = Array(0..<data.count)
    for start in stride(from: 0, to: data.count, by: size) {
      if isCancelled() { throw .cancelled(completed: History(names: [])) }
      batch.read(order[start..<min(start + size, data.count)], of: data)
      body(batch)
    }
  }
}
