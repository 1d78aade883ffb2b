internal import Datasets
internal import Networks

/// Measures one setup.
struct BenchRun {
  let setup: BenchSetup

  private var evaluationBatch: Int { 256 }

  /// - Throws: ``TrainingError``, ``ModelError``.
  func measure() throws -> BenchResult {
    let model = try setup.model.model(size: setup.size, channels: setup.channels)
    let images = try BenchData(setup.images, shape: model.inputShape)
    let data = images.split
    var trainer = Trainer(
      model: model, weights: ModelWeights(model, seed: 0),
      compilation: try Compilation(
        optimizer: .string("rmsprop"), loss: .string("categorical_crossentropy"),
        metrics: [.string("accuracy")]),
      preparation: Preparation())
    let epochs = try fit(&trainer, data)
    let evaluation = try Stopwatch.seconds {
      _ = try trainer.evaluate(data, batchSize: evaluationBatch, threads: setup.threads)
    }
    let profile = try trainer.profile(data, batchSize: setup.batch, threads: setup.threads)
    var result = result(ModelWork(model), epochs, evaluation, profile)
    result.data = images.description
    return result
  }

  /// Seconds of each epoch.
  private func fit(_ trainer: inout Trainer, _ data: Split) throws -> [Double] {
    var epochs: [Double] = []
    var start = ContinuousClock.now
    let observer = FitObserver(onEpoch: { _ in
      epochs.append(start.duration(to: .now) / .seconds(1))
      start = .now
    })
    _ = try trainer.fit(
      data,
      options: FitOptions(
        epochs: setup.epochs, batchSize: setup.batch, threads: setup.threads),
      observer: observer)
    return epochs
  }

  private func result(
    _ work: ModelWork, _ epochs: [Double], _ evaluation: Double, _ profile: TrainingProfile?
  ) -> BenchResult {
    let median = epochs.sorted()[epochs.count / 2]
    func speed(_ seconds: Double, _ operations: Double) -> BenchResult.Speed {
      .init(images: setup.images, seconds: seconds, operations: operations)
    }
    func phase(_ part: (TrainingProfile.Step) -> Double, _ operations: Double)
      -> BenchResult.Speed?
    {
      profile.map { profile in
        let seconds = profile.steps.map(part).reduce(0, +) / Double(profile.threads)
        return speed(seconds, operations)
      }
    }
    return BenchResult(
      setup: setup, epochs: epochs, fit: speed(median, work.training),
      evaluation: speed(evaluation, work.forward), forward: phase(\.forward, work.forward),
      backward: phase(\.backward, work.backward), parts: profile.map(parts) ?? [])
  }

  private func parts(_ profile: TrainingProfile) -> [BenchResult.Part] {
    let micros = 1e6 / Double(max(profile.images, 1))
    let threads = Double(profile.threads)
    let steps = profile.steps.map {
      BenchResult.Part(
        name: $0.name, forward: $0.forward * micros, backward: $0.backward * micros)
    }
    return steps + [
      .init(name: "input", other: profile.input * micros),
      .init(name: "loss and metrics", other: profile.loss * micros),
      .init(name: "optimizer", other: profile.update * threads * micros),
      .init(name: "forms of weights", other: profile.refresh * threads * micros),
    ]
  }
}
