/// Where the time of a training epoch goes, part by part. Seconds, added up over the threads.
public struct TrainingProfile: Sendable {
  /// A step of the plan.
  public struct Step: Sendable {
    /// The layers' names, joined by `+`.
    public let name: String
    /// Seconds from inputs to outputs.
    public let forward: Double
    /// Seconds from the outputs' gradients to the inputs', with each chunk's gradients of weights.
    public let backward: Double
    /// What of its weights' gradients is left to do when all chunks are through: their sums, or the
    /// product for the whole batch.
    public let gradients: Double
    /// Forms derived from weights that have moved.
    public let forms: Double
  }

  /// The plan's steps, from the model's input on.
  public let steps: [Step]
  /// Inputs read and scaled; loss, metrics and the loss's gradient; weights moved.
  public let input: Double
  /// Loss, metrics and the loss's gradient, over all chunks.
  public let loss: Double
  /// The optimizer's part: gradients of weights to weights.
  public let update: Double
  /// Threads without work, and what goes on around the batches.
  public let waiting: Double
  /// How many threads the executor had.
  public let threads: Int
  /// How many images the epoch had.
  public let images: Int
}

extension Trainer {
  /// Trains one epoch in the order of the data with a clock around each step; the trainer itself
  /// stays as it is.
  ///
  /// - Returns: nil where the model has no plan, so that there are no steps to time.
  /// - Throws: ``TrainingError`` where data don't fit the model.
  public func profile(
    _ data: Samples, batchSize: Int, threads: Int
  ) throws(TrainingError) -> TrainingProfile? {
    try SampleCheck(model, compilation).check(data)
    let size = max(min(batchSize, data.count), 1)
    let job = job(seed: 0, threads: threads, batchSize: size)
    guard var executor = LocalExecutors().executor(for: job) as? PlanExecutor else { return nil }
    let clock = StepClock(steps: executor.stepNames.count, threads: executor.threadCount)
    executor.clock = clock
    var batch = Batch(capacity: size, inputShape: model.inputShape)
    let start = ContinuousClock.now
    for first in stride(from: 0, to: data.count, by: size) {
      let rows = Array(first..<min(first + size, data.count))
      batch.read(rows[...], of: data)
      _ = executor.train(batch)
    }
    let wall = start.duration(to: .now) / .seconds(1)
    return TrainingProfile(clock, of: executor, images: data.count, wall: wall)
  }
}

extension TrainingProfile {
  fileprivate init(_ clock: StepClock, of executor: PlanExecutor, images: Int, wall: Double) {
    steps = executor.stepNames.enumerated().map { index, name in
      Step(
        name: name, forward: clock.seconds(.forward(index)),
        backward: clock.seconds(.backward(index)), gradients: clock.seconds(.gradient(index)),
        forms: clock.seconds(.form(index)))
    }
    input = clock.seconds(.input)
    loss = clock.seconds(.loss)
    update = clock.seconds(.update)
    threads = executor.threadCount
    self.images = images
    let worked = steps.reduce(input + loss + update) {
      $0 + $1.forward + $1.backward + $1.gradients + $1.forms
    }
    waiting = max(wall * Double(threads) - worked, 0)
  }
}
