import Datasets
import Digests
import Networks
import Tensors
import Testing

@Suite struct TrainerTests {
  static let data = Lessons.split(37, shape: [6, 5, 1], classes: 3)

  private func trainer(_ model: Model? = nil, optimizer: ArgumentValue = .string("adam")) throws
    -> Trainer
  {
    let model = try model ?? Lessons.small()
    return Trainer(
      model: model, weights: ModelWeights(model, seed: 1),
      compilation: try Compilation(
        optimizer: optimizer, loss: .string("sparse_categorical_crossentropy"),
        metrics: [.string("acc")]),
      preparation: Preparation(labelForm: .integer))
  }

  @Test func `a history has Keras' columns and a row for each epoch`() throws {
    var trainer = try trainer()
    let history = try trainer.fit(
      Self.data.subset(0..<30), validation: Self.data.subset(30..<37),
      options: FitOptions(epochs: 3, batchSize: 8))
    #expect(history.names == ["loss", "acc", "val_loss", "val_acc"])
    #expect(history.rows.count == 3)
    let metrics = try trainer.evaluate(Self.data.subset(30..<37))
    #expect(metrics.map(\.name) == ["loss", "acc"])
    #expect(abs(metrics[0].value - history.rows[2][2]) < 1e-6)
    #expect(metrics[1].value == history.rows[2][3])
  }

  @Test(arguments: [2, 3, 8])
  func `the number of threads changes no bit`(_ threads: Int) throws {
    var alone = try trainer()
    var shared = try trainer()
    let one = try alone.fit(Self.data, options: FitOptions(epochs: 2, batchSize: 8, threads: 1))
    let many = try shared.fit(
      Self.data, options: FitOptions(epochs: 2, batchSize: 8, threads: threads))
    #expect(one == many)
    #expect(alone.weights.sha256 == shared.weights.sha256)
    #expect(alone.optimizerState == shared.optimizerState)
  }

  @Test func `two fits of one epoch end where one fit of two epochs ends`() throws {
    var whole = try trainer()
    _ = try whole.fit(Self.data, options: FitOptions(epochs: 2, batchSize: 8, seed: 4))
    var first = try trainer()
    _ = try first.fit(Self.data, options: FitOptions(epochs: 1, batchSize: 8, seed: 4))
    var second = Trainer(
      model: first.model, weights: first.weights, compilation: first.compilation,
      preparation: first.preparation, state: first.optimizerState)
    _ = try second.fit(
      Self.data, options: FitOptions(epochs: 2, batchSize: 8, initialEpoch: 1, seed: 4))
    #expect(second.weights.sha256 == whole.weights.sha256)
  }

  @Test func `seeds and shuffling change the result`() throws {
    func hash(_ options: FitOptions) throws -> String {
      var trainer = try trainer()
      _ = try trainer.fit(Self.data, options: options)
      return trainer.weights.sha256.description
    }
    let hashes = try [
      hash(FitOptions(batchSize: 8, seed: 1)), hash(FitOptions(batchSize: 8, seed: 2)),
      hash(FitOptions(batchSize: 8, shuffle: false, seed: 1)),
    ]
    #expect(Set(hashes).count == 3)
  }

  @Test func `a cancelled fit says what is complete and stands there`() throws {
    var trainer = try trainer()
    var batches = 0
    var after: ModelWeights?
    let observer = FitObserver(
      onBatch: { _ in batches += 1 }, onEpoch: { after = $0.weights },
      isCancelled: { batches == 7 })
    let error = #expect(throws: TrainingError.self) {
      try trainer.fit(
        Self.data, options: FitOptions(epochs: 3, batchSize: 8), observer: observer)
    }
    guard case .cancelled(let completed) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(completed.rows.count == 1)
    #expect(error?.description == "training was stopped after 1 complete epoch")
    #expect(trainer.weights == after)
  }

  @Test func `progress runs through every batch`() throws {
    var trainer = try trainer()
    var seen: [BatchProgress] = []
    let history = try trainer.fit(
      Self.data, options: FitOptions(epochs: 1, batchSize: 16),
      observer: FitObserver(onBatch: { seen.append($0) }))
    #expect(seen.map(\.batch) == [0, 1, 2])
    #expect(seen.map(\.images) == [16, 32, 37])
    #expect(seen.allSatisfy { $0.batches == 3 })
    #expect(seen.last?.metrics == history.rows[0])
  }

  @Test func `a loss that isn't finite names epoch, batch and layer`() throws {
    let model = try Lessons.small()
    var weights = ModelWeights(model, seed: 1)
    weights.tensors[0].values[3] = .infinity
    var broken = Trainer(
      model: model, weights: weights, compilation: try trainer().compilation,
      preparation: Preparation(labelForm: .integer))
    let error = #expect(throws: TrainingError.self) {
      try broken.fit(Self.data, options: FitOptions(batchSize: 8))
    }
    #expect(
      error?.description
        == "the loss is not finite in epoch 1, batch 1; the first layer whose output is not "
        + "finite is 'conv2d'")
  }

  @Test func `a learning rate that blows up stops the fit`() throws {
    let sgd = ArgumentCall.make("SGD", with: ["learning_rate": .double(1e30)])
    var trainer = try trainer(optimizer: .call(sgd))
    let error = #expect(throws: TrainingError.self) {
      try trainer.fit(Self.data, options: FitOptions(epochs: 4, batchSize: 8))
    }
    guard case .lossNotFinite = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `data that don't fit are refused`() throws {
    var trainer = try trainer()
    let other = Lessons.split(4, shape: [5, 5, 1], classes: 3)
    let shape = #expect(throws: TrainingError.self) { try trainer.fit(other, options: .init()) }
    #expect(
      shape?.description
        == "the model takes inputs of shape (6, 5, 1), but the images have the shape (5, 5, 1)")
    let labels = Lessons.split(4, shape: [6, 5, 1], classes: 10)
    let label = #expect(throws: TrainingError.self) { try trainer.evaluate(labels) }
    #expect(
      label?.description.hasSuffix(
        "is outside of the classes 0 to 2, for which the model has outputs") == true)
    let none = #expect(throws: TrainingError.self) { try trainer.predict(Self.data.subset(0..<0)) }
    #expect(none?.description == "there are no images")
    let batch = #expect(throws: TrainingError.self) {
      try trainer.fit(Self.data, options: FitOptions(batchSize: 0))
    }
    let base = try Trainer(
      model: Lessons.base(), weights: ModelWeights(Lessons.base(), seed: 0),
      compilation: trainer.compilation, preparation: Preparation())
    let rows = #expect(throws: TrainingError.self) {
      try base.evaluate(Lessons.split(1, shape: [28, 28, 1], classes: 10))
    }
    #expect(
      rows?.description
        == "the model's output has the shape (3, 3, 64); a loss takes one axis")
    #expect(batch?.description == "batch_size must be at least 1, not 0")
  }

  @Test func `predictions are probabilities whatever the batch size`() throws {
    let trainer = try trainer()
    let outputs = try trainer.predict(Self.data, batchSize: 10)
    #expect(outputs.shape == [37, 3])
    #expect(outputs == (try trainer.predict(Self.data, batchSize: 37)))
    for row in 0..<37 {
      #expect(abs(outputs.values[row * 3..<row * 3 + 3].reduce(0, +) - 1) < 1e-6)
    }
  }

  @Test func `the lesson's model begins with a loss near the logarithm of ten`() throws {
    let model = try Lessons.whole()
    let trainer = Trainer(
      model: model, weights: ModelWeights(model, seed: 0),
      compilation: try Compilation(loss: .string("categorical_crossentropy")),
      preparation: Preparation())
    let loss = try trainer.evaluate(Lessons.split(10, shape: [28, 28, 1], classes: 10))[0].value
    #expect(abs(loss - 2.302585) < 0.25)
  }
}
