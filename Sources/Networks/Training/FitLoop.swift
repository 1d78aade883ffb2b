internal import Tensors

/// The loop of one fit: an epoch at a time, a batch at a time.
struct FitLoop {
  private(set) var executor: any BatchExecutor
  private(set) var history: History
  /// The epoch that comes next, from 0.
  private(set) var epoch: Int
  private let trainer: Trainer
  private let data: Samples
  private let validation: Samples?
  private let options: FitOptions
  private let batchSize: Int
  private var batch: Batch

  init(_ trainer: Trainer, data: Samples, validation: Samples?, options: FitOptions) {
    self.trainer = trainer
    self.data = data
    self.validation = validation
    self.options = options
    batchSize = min(options.batchSize, data.count)
    epoch = options.initialEpoch
    executor = trainer.makeExecutor(
      seed: options.seed, threads: options.threads,
      batchSize: max(batchSize, min(options.validationBatchSize ?? 0, validation?.count ?? 0)))
    let names = trainer.compilation.figureNames
    history = History(
      names: names + (validation == nil ? [] : names.map { "val_\($0)" }), firstEpoch: epoch)
    batch = Batch(capacity: batchSize, inputShape: trainer.model.inputShape)
  }

  /// Trains one epoch, evaluates the validation split, and adds a row to the history.
  mutating func runEpoch(_ observer: FitObserver) throws(TrainingError) {
    var total = Figures(trainer.compilation)
    let order = order(of: options.part?.pass ?? epoch)
    var starts = Array(stride(from: 0, to: data.count, by: batchSize))[...]
    if let part = options.part { starts = starts[part.batches.clamped(to: starts.indices)] }
    let first = starts.first ?? 0
    for (number, start) in starts.enumerated() {
      if observer.isCancelled() { throw .cancelled(completed: history) }
      let end = min(start + batchSize, data.count)
      batch.read(order[start..<end], of: data)
      let figures = executor.train(batch)
      guard figures.sums[0].isFinite else {
        throw .lossNotFinite(
          epoch: epoch + 1, batch: number + 1, layer: executor.firstLayerNotFinite(batch))
      }
      total.add(figures)
      observer.onBatch(
        BatchProgress(
          epoch: epoch, epochs: options.epochs, batch: number, batches: starts.count,
          images: end - first, total: total))
    }
    history.append(try total.means + validationMeans(observer))
    epoch += 1
  }

  private mutating func validationMeans(
    _ observer: FitObserver
  ) throws(TrainingError) -> [Double] {
    guard let validation else { return [] }
    do {
      return try SampleReader.figures(
        of: validation, trainer, &executor, batchSize: options.validationBatchSize ?? batchSize,
        isCancelled: observer.isCancelled)
    } catch .cancelled {
      throw .cancelled(completed: history)
    }
  }

  private func order(of epoch: Int) -> [Int] {
    guard options.shuffle else { return Array(0..<data.count) }
    let stream = StreamName.shuffle(epoch: epoch)
    return RandomStream(seed: options.seed, stream: stream).permutation(count: data.count)
  }
}
