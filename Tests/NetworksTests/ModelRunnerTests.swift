import Tensors
import TestExecutors
import Testing

@testable import Networks

/// A model on an executor that lives from call to call.
@Suite struct ModelRunnerTests {
  private static let data = Samples(
    Lessons.split(37, shape: [6, 5, 1], classes: 3), Preparation(labelForm: .integer))

  private static func trainer(_ optimizer: String = "adam") throws -> Trainer {
    let model = try Lessons.small()
    return Trainer(
      model: model, weights: ModelWeights(model, seed: 1),
      compilation: try Compilation(
        optimizer: .string(optimizer), loss: .string("sparse_categorical_crossentropy"),
        metrics: [.string("acc")]),
      preparation: Preparation(labelForm: .integer))
  }

  private static func runner(
    _ trainer: Trainer, batch: Int = 8, executors: any ExecutorMaker = LocalExecutors()
  ) -> ModelRunner {
    ModelRunner(trainer.job(seed: 4, threads: 2, batchSize: batch), executors: executors)
  }

  @Test func `has one executor for all epochs and gives what a trainer gives`() throws {
    let executors = CountedExecutors()
    var trainer = try Self.trainer()
    let runner = Self.runner(trainer, executors: executors)
    let options = FitOptions(epochs: 5, batchSize: 8, seed: 4)
    var rows: [[Double]] = []
    for epoch in 0..<5 {
      rows.append(
        try runner.trainEpoch(epoch, Self.data, validation: Self.data, options: options))
    }
    let history = try trainer.fit(Self.data, validation: Self.data, options: options)
    #expect(rows == history.rows)
    #expect(runner.weights == trainer.weights)
    #expect(runner.optimizerState == trainer.optimizerState)
    let counts = executors.counts
    #expect((counts.made, counts.trained, counts.evaluated) == (1, 25, 25))
    #expect(counts.weightsTaken == 0)
  }

  @Test func `goes on with the same bits where it has to make more room`() throws {
    let trainer = try Self.trainer()
    let executors = CountedExecutors()
    let grown = Self.runner(trainer, executors: executors)
    let whole = Self.runner(trainer, batch: 37)
    for runner in [grown, whole] {
      runner.optimizer = runner.optimizer.with(learningRate: 0.5)
      _ = try runner.trainEpoch(0, Self.data, options: FitOptions(batchSize: 8))
      _ = try runner.trainEpoch(1, Self.data, options: FitOptions(batchSize: 37))
    }
    #expect(executors.counts.made == 2)
    #expect(grown.weights == whole.weights)
    #expect(grown.optimizerState == whole.optimizerState)
  }

  /// A batch that has fewer images than another may be cut into more chunks.
  @Test(arguments: [129, 131, 135, 145, 257])
  func `has room for the chunks of every smaller batch`(_ size: Int) throws {
    let trainer = try Self.trainer("sgd")
    for rest in [1, size / 2, 121, 128, size - 1] where rest < size {
      let data = Samples(
        Lessons.split(size + rest, shape: [6, 5, 1], classes: 3), Preparation(labelForm: .integer))
      let options = FitOptions(batchSize: size, shuffle: false, seed: 4)
      let whole = Self.runner(trainer, batch: size)
      _ = try whole.trainEpoch(0, data, options: options)
      let parts = Self.runner(trainer, batch: size)
      let apart = Self.runner(trainer, batch: rest)
      let first = FitOptions(
        batchSize: size, shuffle: false, seed: 4, part: EpochPart(pass: 0, batches: 0..<1))
      _ = try parts.trainEpoch(0, data, options: first)
      (apart.weights, apart.optimizerState) = (parts.weights, parts.optimizerState)
      _ = try apart.trainEpoch(
        0, data.subset(size..<size + rest), options: FitOptions(batchSize: rest, shuffle: false))
      #expect(whole.weights == apart.weights, "\(size) and \(rest)")
    }
  }

  @Test func `says the most chunks that a batch can have`() {
    var most = 0
    for batch in 1...3000 {
      most = max(most, BatchChunks.count(batch: batch))
      #expect(BatchChunks.most(batch: batch) == most, "\(batch)")
    }
  }

  @Test func `takes weights, state and rate that are set between two batches`() throws {
    let trainer = try Self.trainer("sgd")
    let runner = Self.runner(trainer)
    let options = FitOptions(batchSize: 8, shuffle: false, seed: 4)
    var after: [ModelWeights] = []
    let observer = FitObserver(onBatch: { [runner] batch in
      after.append(runner.weights)
      switch batch.batch {
      case 0: runner.optimizer = runner.optimizer.with(learningRate: 0)
      case 1:
        runner.weights = trainer.weights
        runner.optimizer = trainer.compilation.optimizer
        runner.optimizerState = trainer.optimizerState
      default: break
      }
    })
    _ = try runner.trainEpoch(0, Self.data, options: options, observer: observer)
    #expect(after[0] != trainer.weights)
    // The moving means of a normalization move at any rate.
    #expect(after[1].tensors[0] == after[0].tensors[0])
    // The third batch from the first weights on is one that begins with it.
    let fresh = Self.runner(trainer)
    _ = try fresh.trainEpoch(
      0, Self.data.subset(16..<24), options: options)
    #expect(after[2] == fresh.weights)
  }
}
