internal import Tensors

/// Runs an executor over all samples in its own order, in inference mode.
enum SampleReader {
  /// Means of the loss and the metrics over all images.
  static func figures(
    of data: Samples, _ trainer: Trainer, _ executor: inout any BatchExecutor, batchSize: Int,
    isCancelled: () -> Bool
  ) throws(TrainingError) -> [Double] {
    var total = Figures(trainer.compilation)
    try forEachBatch(of: data, trainer, batchSize, isCancelled) {
      total.add(executor.evaluate($0))
    }
    return total.means
  }

  /// The outputs for all images, row after row.
  static func outputs(
    of data: Samples, _ trainer: Trainer, _ executor: inout any BatchExecutor, batchSize: Int,
    isCancelled: () -> Bool
  ) throws(TrainingError) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(data.count * trainer.model.outputShape.count)
    try forEachBatch(of: data, trainer, batchSize, isCancelled) {
      values += executor.predict($0)
    }
    return values
  }

  private static func forEachBatch(
    of data: Samples, _ trainer: Trainer, _ batchSize: Int, _ isCancelled: () -> Bool,
    _ body: (Batch) -> Void
  ) throws(TrainingError) {
    let size = max(min(batchSize, data.count), 1)
    var batch = Batch(capacity: size, inputShape: trainer.model.inputShape)
    let order = Array(0..<data.count)
    for start in stride(from: 0, to: data.count, by: size) {
      if isCancelled() { throw .cancelled(completed: History(names: [])) }
      batch.read(order[start..<min(start + size, data.count)], of: data)
      body(batch)
    }
  }
}
