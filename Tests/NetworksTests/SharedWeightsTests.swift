import Datasets
import Kernels
import Tensors
import Testing

@testable import Networks

/// Graphs of which several layers use the same weights.
@Suite struct SharedWeightsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let input: Shape
    /// Layers in a row; a number stands for another use of the layer at that place.
    let layers: @Sendable () throws -> [(layer: LayerDeclaration, owner: Int?)]
  }

  static let cases = [
    Case(testDescription: "dense layers", input: [4, 3, 1]) {
      let dense = try Lessons.layer(
        "Dense", .int(12),
        with: ["activation": .string("tanh"), "kernel_regularizer": .string("l2")])
      return [
        (try Lessons.layer("Flatten"), nil), (dense, nil), (dense, 1), (dense, 1),
        (try PlanExecutorTests.dense(3, "softmax"), nil),
      ]
    },
    Case(testDescription: "a large dense layer, whose gradient is the batch's", input: [12, 10, 1])
    {
      let dense = try PlanExecutorTests.dense(120, "relu")
      return [
        (try Lessons.layer("Flatten"), nil), (dense, nil), (dense, 1),
        (try PlanExecutorTests.dense(3, "softmax"), nil),
      ]
    },
    Case(testDescription: "convolutions, one with pooling", input: [12, 11, 16]) {
      let convolution = try PlanExecutorTests.convolution(16, ["padding": .string("same")])
      return [
        (convolution, nil), (convolution, 0), (try PlanExecutorTests.pool(), nil),
        (convolution, 0), (try PlanExecutorTests.pool(), nil), (try Lessons.layer("Flatten"), nil),
        (try PlanExecutorTests.dense(3, "softmax"), nil),
      ]
    },
    Case(testDescription: "normalization, whose moments move twice", input: [5, 4, 3]) {
      let normalization = try Lessons.layer("BatchNormalization")
      let convolution = try PlanExecutorTests.convolution(3, ["padding": .string("same")])
      return [
        (normalization, nil), (convolution, nil), (normalization, 0), (convolution, 1),
        (try Lessons.layer("Flatten"), nil), (try PlanExecutorTests.dense(3, "softmax"), nil),
      ]
    },
    Case(testDescription: "a layer without a step of its own", input: [6, 5, 1]) {
      let rows = try Lessons.layer("Reshape", .list([.int(6), .int(5)]))
      let dense = try PlanExecutorTests.dense(5, "tanh")
      return [
        (rows, nil), (dense, nil), (dense, 1), (try Lessons.layer("Flatten"), nil),
        (try PlanExecutorTests.dense(3, "softmax"), nil),
      ]
    },
  ]

  static func model(_ sample: Case) throws -> Model {
    let nodes = try sample.layers().enumerated().map { index, part in
      ModelNode(
        part.layer.layer, name: "layer\(index)", inputs: [index - 1], owner: part.owner)
    }
    return try Model(name: "shared", inputShape: sample.input, nodes: nodes)
  }

  static let variants = [(1, InstructionSet.fastest), (3, InstructionSet.available[0])]

  @Test(arguments: cases, ["rmsprop", "bounded"])
  func `a plan adds gradients up as the plain computation does`(
    _ sample: Case, optimizer: String
  ) throws {
    let model = try Self.model(sample)
    let compilation = try Compilation(
      optimizer: optimizer == "bounded"
        ? .call(ArgumentCall("SGD", keywords: [.init("global_clipnorm", .double(0.5))]))
        : .string(optimizer), loss: .string("categorical_crossentropy"))
    let data = Lessons.split(29, shape: sample.input, classes: 3)
    for (threads, level) in Self.variants {
      let pair = try ExecutorPair(model, compilation, threads: threads, kernels: KernelSet(level))
      var (trial, plan) = (pair.plain, pair.plan)
      var batch = Batch(capacity: 21, inputShape: sample.input, preparation: Preparation())
      for range in [0..<21, 21..<29, 3..<24] {
        batch.read(Array(range)[...], images: data.images, labels: data.labels)
        #expect(trial.train(batch).sums == plan.train(batch).sums)
        #expect(trial.evaluate(batch).sums == plan.evaluate(batch).sums)
      }
      #expect(trial.weights.tensors == plan.weights.tensors)
      #expect(trial.optimizerState == plan.optimizerState)
    }
  }

  @Test(arguments: cases) func `weights count once`(_ sample: Case) throws {
    let model = try Self.model(sample)
    let own = try sample.layers().enumerated().filter { $0.element.owner == nil }.map(\.offset)
    #expect(
      model.parameterCount
        == own.map { model.layers[$0].usedSpecs.map(\.shape.count).reduce(0, +) }.reduce(0, +))
    #expect(ModelWeights(model, seed: 1).tensors.count == model.weightSpecs.count)
  }
}
