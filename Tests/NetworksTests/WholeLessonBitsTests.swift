import Datasets
import Digests
import Kernels
import Tensors
import Testing

@testable import Networks

/// Whole trainings, in the form that readers get: neither threads nor instruction set change a bit.
@Suite struct WholeLessonBitsTests {
  /// A model in the middle of training, and what it trains on.
  struct Case {
    let model: Model
    let compilation: Compilation
    let data: Split
    let batchSize: Int

    init(seed: Int) throws {
      var models = WholeLessonModels(seed: UInt64(seed))
      model = try models.model()
      compilation = try Compilation(
        optimizer: .string(["rmsprop", "adam", "sgd"][seed % 3]),
        loss: .string("categorical_crossentropy"), metrics: [.string("accuracy")])
      data = Lessons.split(31 + models.draw(9), shape: model.inputShape, classes: 3)
      batchSize = 1 + models.draw(20)
    }

    /// The weights after two epochs.
    func trained(threads: Int) throws -> String {
      var trainer = Trainer(
        model: model, weights: ModelWeights(model, seed: 3), compilation: compilation,
        preparation: Preparation())
      _ = try trainer.fit(
        data,
        options: FitOptions(epochs: 2, batchSize: batchSize, seed: 8, threads: threads))
      return trainer.weights.sha256.description
    }

    /// The weights after an epoch in the data's order at one level; nil where there is no plan.
    func trained(_ level: InstructionSet, threads: Int) throws -> ModelWeights? {
      guard
        var executor = try PlanExecutor(
          model: model, weights: ModelWeights(model, seed: 3), compilation: compilation,
          state: OptimizerState(compilation.optimizer, model: model), labelForm: .oneHot,
          seed: 8, threads: threads, batchSize: batchSize, kernels: KernelSet(level))
      else { return nil }
      var batch = Batch(
        capacity: batchSize, inputShape: model.inputShape, preparation: Preparation())
      for start in stride(from: 0, to: data.count, by: batchSize) {
        let rows = Array(start..<min(start + batchSize, data.count))
        batch.read(rows[...], images: data.images, labels: data.labels)
        _ = executor.train(batch)
      }
      return executor.weights
    }
  }

  @Test(arguments: 0..<12)
  func `a random model trains to the same bits on 1, 2, 3 and 7 threads`(_ seed: Int) throws {
    let sample = try Case(seed: seed)
    let digests = try [1, 2, 3, 7].map { try sample.trained(threads: $0) }
    #expect(Set(digests).count == 1, "\(digests)")
  }

  @Test(arguments: 0..<12, InstructionSet.available)
  func `a random model trains to the scalar bits on every instruction set`(
    _ seed: Int, level: InstructionSet
  ) throws {
    let sample = try Case(seed: seed)
    let scalar = try sample.trained(.scalar, threads: 1)
    let vectors = try sample.trained(level, threads: 3)
    #expect(scalar == vectors)
  }

  @Test func `most random models have a plan, so that levels are compared`() throws {
    let planned = try (0..<12).filter {
      try Case(seed: $0).trained(.fastest, threads: 1) != nil
    }
    #expect(planned.count >= 6)
  }

  /// Channels and extents as in the lesson, so that the same kernels are chosen.
  @Test(arguments: InstructionSet.available)
  func `the lesson's own model trains to the scalar bits`(_ level: InstructionSet) throws {
    let model = try Lessons.whole()
    let data = Lessons.split(22, shape: [28, 28, 1], classes: 10)
    func trained(_ level: InstructionSet, _ threads: Int) throws -> ModelWeights {
      let compilation = try Compilation(loss: .string("categorical_crossentropy"))
      var executor = try #require(
        try PlanExecutor(
          model: model, weights: ModelWeights(model, seed: 0), compilation: compilation,
          state: OptimizerState(compilation.optimizer, model: model), labelForm: .oneHot,
          seed: 0, threads: threads, batchSize: 19, kernels: KernelSet(level)))
      var batch = Batch(
        capacity: 19, inputShape: model.inputShape, preparation: Preparation())
      for range in [0..<19, 19..<22] {
        batch.read(Array(range)[...], images: data.images, labels: data.labels)
        _ = executor.train(batch)
      }
      return executor.weights
    }
    #expect(try trained(.scalar, 1) == trained(level, 2))
  }
}
