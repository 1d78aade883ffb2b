import Datasets
import Kernels
import Tensors
import Testing

@testable import Networks

/// Samples whose losses count more or less.
@Suite struct WeightedSamplesTests {
  static let losses = ["categorical_crossentropy", "mse"]

  static func samples(_ sample: PlanExecutorTests.Case) -> Samples {
    Samples(Lessons.split(29, shape: sample.input, classes: 3), Preparation())
  }

  @Test(arguments: PlanExecutorTests.cases, losses)
  func `train a plan as the plain computation`(
    _ sample: PlanExecutorTests.Case, loss: String
  ) throws {
    let model = try Model(inputShape: sample.input, layers: sample.layers())
    let compilation = try Compilation(
      optimizer: .string("sgd"), loss: .string(loss), metrics: [.string("accuracy")])
    let data = Self.samples(sample).weighted(by: (0..<29).map { Float($0 % 5) / 3 })
    let pair = try ExecutorPair(model, compilation, threads: 3)
    var (plain, plan) = (pair.plain, pair.plan)
    var batch = Batch(capacity: 21, inputShape: sample.input)
    for range in [0..<21, 21..<29, 3..<24] {
      batch.read(Array(range)[...], of: data)
      #expect(plain.evaluate(batch).sums == plan.evaluate(batch).sums)
      #expect(plain.train(batch).sums == plan.train(batch).sums)
    }
    #expect(plain.weights.tensors == plan.weights.tensors)
  }

  @Test(arguments: [1, 3]) func `change no bit where all weights are 1`(threads: Int) throws {
    let sample = PlanExecutorTests.cases[0]
    let model = try Model(inputShape: sample.input, layers: sample.layers())
    let compilation = try Compilation(
      optimizer: .string("adam"), loss: .string("categorical_crossentropy"))
    var trainer = Trainer(
      model: model, weights: ModelWeights(model, seed: 5), compilation: compilation,
      preparation: Preparation())
    var weighted = trainer
    let data = Self.samples(sample)
    let options = FitOptions(epochs: 2, batchSize: 8, threads: threads)
    let history = try trainer.fit(data, options: options)
    let ones = data.weighted(by: [Float](repeating: 1, count: 29))
    #expect(try weighted.fit(ones, options: options) == history)
    #expect(weighted.weights == trainer.weights)
  }

  @Test func `keep their weights in a part`() {
    let data = Self.samples(PlanExecutorTests.cases[0]).weighted(by: (0..<29).map(Float.init))
    let part = data.subset(20..<29).subset(2..<4)
    var batch = Batch(capacity: 2, inputShape: part.inputShape)
    batch.read([1, 0], of: part)
    #expect(batch.weights == [23, 22])
    batch.read([1], of: part.weighted(by: [7, 8]))
    #expect(batch.weights == [8])
  }
}
