import Datasets
import Kernels
import Tensors
import Testing

@testable import Networks

/// Models of equal arithmetic have equal plans, however they are said: equal steps, equal memory, equal work and
/// equal bits.
@Suite struct SpellingTests {
  /// What a plan is and does.
  struct Plan: Equatable {
    let steps: [String]
    let memory: [Int]
    /// Operations of a step of training and of an evaluation.
    let work: Int
    let weights: [Tensor]
    let sums: [[Double]]

    init(_ model: Model, _ weights: ModelWeights, isExact: Bool = false) throws {
      let compilation = try Compilation(
        optimizer: .string("sgd"), loss: .string("categorical_crossentropy"),
        metrics: [.string("accuracy")])
      let count = WorkCount()
      let own = try #require(ModelWeights(model, flat: weights.tensors.map(\.values)))
      var executor = try #require(
        PlanExecutor(
          model: model, weights: own, compilation: compilation,
          state: OptimizerState(compilation.optimizer, model: model), labelForm: .oneHot, seed: 3,
          threads: 1, batchSize: 18, kernels: KernelSet(.fastest).counting(count),
          isExact: isExact))
      let data = Lessons.split(29, shape: model.inputShape, classes: 3)
      var batch = Batch(capacity: 18, inputShape: model.inputShape, preparation: Preparation())
      let before = count.operations
      sums = [0..<18, 18..<29].flatMap { range in
        batch.read(Array(range)[...], images: data.images, labels: data.labels)
        return [executor.train(batch).sums, executor.evaluate(batch).sums]
      }
      work = count.operations - before
      steps = executor.plan.steps.map { "\(type(of: $0))" }
      memory = [
        executor.plan.memoryCount, executor.plan.derivedCount, executor.plan.sharedCount,
        executor.plan.passes.count,
      ]
      self.weights = executor.weights.tensors
    }
  }

  @Test(arguments: Spelling.all, 0..<8)
  func `all spellings of a model have one plan`(_ spelling: Spelling, seed: Int) throws {
    let draw = SpellingDraw(seed: seed, isEven: true)
    for models in try [draw.models(spelling), draw.frozen(spelling)] {
      let weights = ModelWeights(models[0], seed: 5)
      let first = try Plan(models[0], weights)
      for model in models.dropFirst() {
        let about = Comment(rawValue: model.layers.map(\.name).joined(separator: ", "))
        #expect(try Plan(model, weights) == first, about)
      }
    }
  }

  /// Odd extents, but for Winograd's form, whose rounding differs between a whole output and what a pooling reads.
  @Test(arguments: Spelling.all, 0..<4)
  func `all spellings give the plain computation's bits`(_ spelling: Spelling, seed: Int) throws {
    let models = try SpellingDraw(seed: seed, isEven: false).models(spelling)
    let first = try Plan(models[0], ModelWeights(models[0], seed: 5), isExact: true)
    for model in models {
      let about = Comment(rawValue: model.layers.map(\.name).joined(separator: ", "))
      let plan = try Plan(model, ModelWeights(models[0], seed: 5), isExact: true)
      #expect(plan == first, about)
      var plain = try plain(model, ModelWeights(models[0], seed: 5))
      let data = Lessons.split(29, shape: model.inputShape, classes: 3)
      var batch = Batch(capacity: 18, inputShape: model.inputShape, preparation: Preparation())
      let sums = [0..<18, 18..<29].flatMap { range in
        batch.read(Array(range)[...], images: data.images, labels: data.labels)
        return [plain.train(batch).sums, plain.evaluate(batch).sums]
      }
      #expect(plan.sums == sums, about)
      #expect(plan.weights == plain.weights.tensors, about)
    }
  }

  private func plain(_ model: Model, _ weights: ModelWeights) throws -> PlainExecutor {
    let compilation = try Compilation(
      optimizer: .string("sgd"), loss: .string("categorical_crossentropy"),
      metrics: [.string("accuracy")])
    return PlainExecutor(
      model: model,
      weights: try #require(ModelWeights(model, flat: weights.tensors.map(\.values))),
      compilation: compilation, state: OptimizerState(compilation.optimizer, model: model),
      labelForm: .oneHot, seed: 3)
  }

  /// With Winograd's form and an odd extent the tiles differ, so that the bits may: the steps don't.
  @Test func `a layer before a pooling with an odd extent changes no step`() throws {
    for seed in 0..<12 {
      let models = try SpellingDraw(seed: seed, isEven: false).models(Spelling.all[2])
      let plans = try models.map { try Plan($0, ModelWeights(models[0], seed: 5)).steps }
      #expect(Set(plans).count == 1, "\(plans)")
    }
  }

  /// Two branches whose layers stand in the model's list by turns, and one after the other.
  @Test func `the order of a graph's list doesn't count`() throws {
    let layers = try [
      Lessons.layer("Conv2D", .int(16), .int(3), with: ["padding": .string("same")]),
      Lessons.layer("Activation", .string("relu")), Lessons.layer("MaxPooling2D"),
    ].map(\.layer)
    func model(_ order: [(layer: Int, branch: Int)]) throws -> Model {
      var nodes = [ModelNode(layers[0], name: "first", inputs: [-1])]
      var ends = [0, 0]
      for (layer, branch) in order {
        nodes.append(ModelNode(layers[layer], name: "\(layer)\(branch)", inputs: [ends[branch]]))
        ends[branch] = nodes.count - 1
      }
      let shape = Shape([4, 3, 16])
      nodes.append(ModelNode(try Merge(.add, of: [shape, shape]), name: "sum", inputs: ends))
      for name in ["Flatten", "Dense"] {
        let layer = try name == "Dense" ? Lessons.layer(name, .int(3)) : Lessons.layer(name)
        nodes.append(ModelNode(layer.layer, name: name, inputs: [nodes.count - 1]))
      }
      return try Model(name: "graph", inputShape: [8, 6, 1], nodes: nodes)
    }
    let inRows = try model([(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1)])
    let byTurns = try model([(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)])
    let weights = ModelWeights(inRows, seed: 5)
    #expect(try Plan(inRows, weights) == Plan(byTurns, weights))
  }

  /// Nobody wants the gradient of what no weight has a part in, so a first convolution stays one behind layers that
  /// prepare images.
  @Test func `layers without weights before the first one cost no gradient`() throws {
    let block = try [
      Lessons.layer("Conv2D", .int(16), .int(3), with: ["activation": .string("relu")]),
      Lessons.layer("MaxPooling2D"), Lessons.layer("Flatten"), Lessons.layer("Dense", .int(3)),
    ]
    let scaled = try [Lessons.layer("Rescaling", .double(0.5)), Lessons.layer("RandomFlip")]
    let alone = try Model(inputShape: [9, 8, 3], layers: block)
    let prepared = try Model(inputShape: [9, 8, 3], layers: scaled + block)
    let plans = try [alone, prepared].map { try Plan($0, ModelWeights(alone, seed: 5)) }
    #expect(plans[1].steps.suffix(plans[0].steps.count) == plans[0].steps[...])
    #expect(plans[0].steps.first == "PooledConvolutionStep")
  }
}
