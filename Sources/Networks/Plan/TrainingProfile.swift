public import Datasets

/// Where the time of a training epoch goes, part by part.
public struct TrainingProfile: Sendable {
  /// One fused group of layers.
  public struct Step: Sendable {
    /// The layers' names, joined by `+`.
    public let name: String
    /// Seconds, added up over the threads.
    public let forward: Double
    public let backward: Double
  }

  public let steps: [Step]
  /// Seconds over all threads: bytes to floats; loss, metrics and the loss's gradient.
  public let input: Double
  public let loss: Double
  /// Seconds on the wall: gradients added up and weights moved; forms derived from new weights.
  public let update: Double
  public let refresh: Double
  /// Seconds on the wall of all batches, order and all.
  public let wall: Double
  public let threads: Int
  public let images: Int
}

extension Trainer {
  /// Trains one epoch in the order of the data with a clock around each step; the trainer itself
  /// stays as it is.
  ///
  /// - Returns: nil where the model has no plan, so that there are no steps to time.
  /// - Throws: ``TrainingError`` where data don't fit the model.
  public func profile(
    _ data: Split, batchSize: Int, threads: Int
  ) throws(TrainingError) -> TrainingProfile? {
    let data = Samples(data, preparation)
    try SampleCheck(model, compilation).check(data)
    let size = max(min(batchSize, data.count), 1)
    let job = job(seed: 0, threads: threads, batchSize: size)
    guard var executor = LocalExecutors().executor(for: job) as? PlanExecutor else { return nil }
    let names = executor.stepNames
    let clock = StepClock(steps: names.count, threads: executor.threadCount)
    executor.clock = clock
    var batch = Batch(capacity: size, inputShape: model.inputShape)
    let start = ContinuousClock.now
    for first in stride(from: 0, to: data.count, by: size) {
      let rows = Array(first..<min(first + size, data.count))
      batch.read(rows[...], of: data)
      _ = executor.train(batch)
    }
    let wall = start.duration(to: .now) / .seconds(1)
    return TrainingProfile(
      steps: names.enumerated().map { index, name in
        .init(
          name: name, forward: clock.seconds(.forward(index)),
          backward: clock.seconds(.backward(index)))
      },
      input: clock.seconds(.input), loss: clock.seconds(.loss), update: clock.seconds(.update),
      refresh: clock.seconds(.refresh), wall: wall, threads: executor.threadCount,
      images: data.count)
  }
}
