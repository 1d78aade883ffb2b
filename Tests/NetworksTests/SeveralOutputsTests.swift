import Datasets
import Kernels
import Tensors
import Testing

@testable import Networks

/// Models whose outputs are trained together.
@Suite struct SeveralOutputsTests {
  /// A trunk, an output for classes, one for a number and one that also feeds the first.
  static func model() throws -> Model {
    let parts: [(LayerDeclaration, [Int])] = try [
      (PlanExecutorTests.convolution(4), [-1]), (Lessons.layer("Flatten"), [0]),
      (Lessons.layer("Dense", .int(2), with: ["activation": .string("softmax")]), [1]),
      (Lessons.layer("Dense", .int(3), with: ["activation": .string("softmax")]), [1]),
      (Lessons.layer("Dense", .int(1), with: ["activation": .string("sigmoid")]), [2]),
      (Lessons.layer("Flatten"), [3, 4, 2]),
    ]
    let nodes = parts.enumerated().map { index, part in
      ModelNode(part.0.layer, name: "layer\(index)", inputs: part.1)
    }
    return try Model(name: "several", inputShape: [6, 5, 1], nodes: nodes)
  }

  static func compilation() throws -> Compilation {
    func loss(_ name: String) throws -> any Loss { try LossCatalog.make(.string(name)) }
    return Compilation(
      optimizer: try OptimizerCatalog.make(.string("rmsprop")),
      outputs: [
        OutputLoss(
          "a", [3], loss: try loss("sparse_categorical_crossentropy"), weight: 0.5,
          metrics: [try .init(.string("accuracy"), name: nil)], form: .integer),
        OutputLoss(
          "b", [1], loss: try loss("binary_crossentropy"), weight: 2,
          metrics: [try .init(.string("mae"), name: "far")], form: .integer),
        OutputLoss("c", [2], loss: try loss("mse")),
      ])
  }

  static func samples(weighted: Bool) -> Samples {
    let split = Lessons.split(29, shape: [6, 5, 1], classes: 3)
    let samples = Samples(
      inputs: .bytes(split.images, divisor: 255),
      targets: .parts([
        .classes(split.labels, .integer), .classes(split.labels.map { $0 % 2 }, .integer),
        .rows((0..<58).map { Float($0 % 7) / 7 }, width: 2, .oneHot),
      ]), inputShape: [6, 5, 1])
    return weighted ? samples.weighted(by: (0..<29).map { Float($0 % 4) / 2 }) : samples
  }

  static let variants =
    [1, 3, 7].map { ($0, InstructionSet.fastest) } + InstructionSet.available.map { (2, $0) }

  @Test(arguments: [false, true], variants)
  func `a plan trains them as the plain computation does`(
    _ weighted: Bool, variant: (threads: Int, level: InstructionSet)
  ) throws {
    let (model, compilation) = (try Self.model(), try Self.compilation())
    let data = Self.samples(weighted: weighted)
    let pair = try ExecutorPair(
      model, compilation, threads: variant.threads, kernels: KernelSet(variant.level))
    var (plain, plan) = (pair.plain, pair.plan)
    var batch = Batch(capacity: 21, inputShape: model.inputShape)
    for range in [0..<21, 21..<29, 3..<24] {
      batch.read(Array(range)[...], of: data)
      #expect(plain.predict(batch) == plan.predict(batch))
      #expect(plain.evaluate(batch).sums == plan.evaluate(batch).sums)
      #expect(plain.train(batch).sums == plan.train(batch).sums)
    }
    #expect(plain.weights.tensors == plan.weights.tensors)
    #expect(plain.optimizerState == plan.optimizerState)
  }

  @Test func `metrics have the outputs' names`() throws {
    #expect(
      try Self.compilation().metricNames == [
        "loss", "a_loss", "b_loss", "c_loss", "a_accuracy", "b_far",
      ])
  }

  @Test func `the sum counts each loss with its weight`() throws {
    var trainer = Trainer(
      model: try Self.model(), weights: ModelWeights(try Self.model(), seed: 5),
      compilation: try Self.compilation(), preparation: Preparation())
    let history = try trainer.fit(
      Self.samples(weighted: false), options: FitOptions(epochs: 3, batchSize: 29))
    for row in history.rows {
      #expect(abs(row[0] - (0.5 * row[1] + 2 * row[2] + row[3])) < 1e-5)
    }
    #expect(history.rows[2][0] < history.rows[0][0])
  }

  @Test func `targets have to fit their outputs`() throws {
    let trainer = Trainer(
      model: try Self.model(), weights: ModelWeights(try Self.model(), seed: 5),
      compilation: try Self.compilation(), preparation: Preparation())
    let classes = Samples.Targets.classes([UInt8](repeating: 3, count: 29), .integer)
    let data = Samples(
      inputs: Self.samples(weighted: false).inputs, targets: .parts([classes, classes, classes]),
      inputShape: [6, 5, 1])
    let error = #expect(throws: TrainingError.self) { try trainer.evaluate(data) }
    #expect(
      error?.description
        == "the label 3 of sample 0 is outside of the classes 0 to 2, for which the model has outputs"
    )
  }
}
