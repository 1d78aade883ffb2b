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

  /// What a fit of an optimizer and outputs changes, and its history.
  private static func fit(
    _ outputs: [OutputLoss], _ samples: Samples
  ) throws -> (weights: [Tensor], history: History) {
    var trainer = Trainer(
      model: try model(), weights: ModelWeights(try model(), seed: 5),
      compilation: Compilation(optimizer: try compilation().optimizer, outputs: outputs),
      preparation: Preparation())
    let history = try trainer.fit(samples, options: FitOptions(epochs: 2, batchSize: 10))
    return (trainer.weights.tensors, history)
  }

  @Test(arguments: 0..<3)
  func `an output without a loss trains nothing, and is measured`(place: Int) throws {
    let outputs = try Self.compilation().outputs
    func without(_ loss: (any Loss)?, weight: Float) -> [OutputLoss] {
      var changed = outputs
      let old = outputs[place]
      changed[place] = OutputLoss(
        old.name, old.shape, loss: loss, weight: weight, metrics: old.metrics, form: old.form)
      return changed
    }
    let samples = Self.samples(weighted: true)
    let untrained = try Self.fit(without(nil, weight: 3), samples)
    let weightless = try Self.fit(without(outputs[place].loss, weight: 0), samples)
    #expect(untrained.weights == weightless.weights)
    let hidden = "\(outputs[place].name)_loss"
    let (names, all) = (untrained.history.names, weightless.history.names)
    #expect(names == all.filter { $0 != hidden })
    for (row, other) in zip(untrained.history.rows, weightless.history.rows) {
      #expect(row == zip(all, other).filter { $0.0 != hidden }.map(\.1))
    }
  }

  @Test func `one loss among several outputs is not shown twice`() throws {
    let outputs = try Self.compilation().outputs.enumerated().map { place, output in
      OutputLoss(
        output.name, output.shape, loss: place == 1 ? output.loss : nil, metrics: output.metrics,
        form: output.form)
    }
    let names = try Self.fit(outputs, Self.samples(weighted: false)).history.names
    #expect(names == ["loss", "a_accuracy", "b_far"])
  }

  @Test func `each output may have weights of its own`() throws {
    let outputs = try Self.compilation().outputs
    let plain = Self.samples(weighted: false)
    let one = (0..<29).map { Float($0 % 4) / 2 }
    let same = plain.weighted(by: one.flatMap { [$0, $0, $0] }, perSample: 3)
    let together = try Self.fit(outputs, Self.samples(weighted: true))
    #expect(try Self.fit(outputs, same).weights == together.weights)
    // A weight of 0 for all samples of an output is that of its loss.
    let muted = plain.subset(3..<29).weighted(by: one[3...].flatMap { [$0, 0, $0] }, perSample: 3)
    var silent = outputs
    silent[1] = OutputLoss(
      "b", [1], loss: outputs[1].loss, weight: 0, metrics: outputs[1].metrics, form: .integer)
    let part = Self.samples(weighted: true).subset(3..<29)
    #expect(try Self.fit(outputs, muted).weights == Self.fit(silent, part).weights)
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
