internal import Networks

/// Measures one setup.
struct BenchTimer {
  let setup: BenchSetup

  private var evaluationBatch: Int { 256 }

  /// - Throws: ``TrainingError``, ``ModelError``.
  func measure() throws -> BenchResult {
    let model = try setup.model.model(size: setup.size, channels: setup.channels)
    let data = try BenchData(setup.images, setup.model, shape: model.inputShape)
    var trainer = Trainer(
      model: model, weights: ModelWeights(model, seed: 0),
      compilation: try setup.model.compilation(), preparation: Preparation())
    let epochs = try fit(&trainer, data.samples)
    let evaluation = try Stopwatch.seconds {
      _ = try trainer.evaluate(data.samples, batchSize: evaluationBatch, threads: setup.threads)
    }
    let profile = try trainer.profile(
      data.samples, batchSize: setup.batch, threads: setup.threads)
    var result = result(ModelWork(model), epochs, evaluation, profile)
    result.data = data.description
    return result
  }

  /// Seconds of each epoch.
  private func fit(_ trainer: inout Trainer, _ data: Samples) throws -> [Double] {
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
      backward: phase({ $0.backward + $0.gradients }, work.backward),
      parts: profile.map(parts) ?? [])
  }

  private func parts(_ profile: TrainingProfile) -> [BenchResult.Part] {
    let micros = 1e6 / Double(max(profile.images, 1))
    let steps = profile.steps.map {
      BenchResult.Part(
        name: $0.name, forward: $0.forward * micros, backward: $0.backward * micros,
        gradients: $0.gradients * micros, forms: $0.forms * micros)
    }
    return steps + [
      .init(name: "input", other: profile.input * micros),
      .init(name: "loss and metrics", other: profile.loss * micros),
      .init(name: "optimizer", other: profile.update * micros),
      .init(name: "waiting", other: profile.waiting * micros),
    ]
  }
}
