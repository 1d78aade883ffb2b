import Datasets
import Kernels
import Tensors
import Testing

@testable import Networks

/// The plain computation is the oracle of the plan: the same weights and metrics, bit by bit.
@Suite struct PlanExecutorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let input: Shape
    let layers: @Sendable () throws -> [LayerDeclaration]
  }

  static let cases = [
    Case(testDescription: "the lesson in small", input: [18, 19, 1]) {
      try [
        convolution(16), pool(), convolution(16), pool(), convolution(5),
        Lessons.layer("Flatten"), dense(9, "relu"), dense(3, "softmax"),
      ]
    },
    Case(testDescription: "odd channels, same padding, strides", input: [7, 8, 3]) {
      try [
        convolution(7, ["padding": .string("same"), "strides": .int(2)]),
        convolution(19, ["padding": .string("same")]), Lessons.layer("Dropout", .double(0.3)),
        Lessons.layer("Flatten"), dense(3, "softmax"),
      ]
    },
    Case(testDescription: "dilation, other activations, no bias", input: [9, 9, 2]) {
      try [
        Lessons.layer(
          "Conv2D", .int(4), .list([.int(2), .int(3)]),
          with: ["dilation_rate": .list([.int(2), .int(2)]), "activation": .string("tanh")]),
        convolution(18, ["use_bias": .bool(false), "padding": .string("same")]),
        pool(), Lessons.layer("Activation", .string("sigmoid")),
        Lessons.layer("GlobalAveragePooling2D"), dense(3, "softmax"),
      ]
    },
    Case(testDescription: "fused pooling behind padding and without ReLU", input: [6, 7, 1]) {
      try [
        convolution(16, ["padding": .string("same")]),
        convolution(32, ["padding": .string("same")]),
        pool(), Lessons.layer("Conv2D", .int(70), .int(1)),
        Lessons.layer("Conv2D", .int(80), .int(3), with: ["padding": .string("same")]), pool(),
        Lessons.layer("AveragePooling2D", .int(1)), Lessons.layer("Flatten"), dense(3, "softmax"),
      ]
    },
    Case(testDescription: "pooling by itself", input: [9, 8, 1]) {
      try [
        Lessons.layer("MaxPooling2D", .int(2), with: ["strides": .int(1)]),
        convolution(5, ["padding": .string("same")]), pool(), convolution(17),
        Lessons.layer("MaxPooling2D", .int(2), with: ["padding": .string("same")]),
        Lessons.layer("Flatten"), dense(3, "softmax"),
      ]
    },
    Case(testDescription: "batch normalization among others", input: [8, 7, 2]) {
      try [
        convolution(6, ["strides": .int(2), "padding": .string("same"), "use_bias": .bool(false)]),
        Lessons.layer("BatchNormalization"), Lessons.layer("Activation", .string("relu")),
        Lessons.layer("AveragePooling2D", .int(2), with: ["padding": .string("same")]),
        Lessons.layer("BatchNormalization", with: ["scale": .bool(false)]),
        Lessons.layer("GlobalAveragePooling2D"), dense(5, "relu"),
        Lessons.layer("BatchNormalization", with: ["center": .bool(false)]), dense(3, "softmax"),
      ]
    },
    Case(testDescription: "images of one pixel", input: [1, 1, 1]) {
      try [
        convolution(3, ["padding": .string("same")]), Lessons.layer("Flatten"), dense(3, "softmax"),
      ]
    },
  ]

  static func convolution(
    _ filters: Int, _ keywords: KeyValuePairs<String, ArgumentValue> = [:]
  ) throws -> LayerDeclaration {
    let call = ArgumentCall(
      "Conv2D", [.int(filters), .int(3)],
      keywords: keywords.map { .init($0.key, $0.value) }
        + [.init("activation", .string("relu"))])
    return try LayerDeclaration(call)
  }

  static func pool() throws -> LayerDeclaration { try Lessons.layer("MaxPooling2D") }

  static func dense(_ units: Int, _ activation: String) throws -> LayerDeclaration {
    try Lessons.layer("Dense", .int(units), with: ["activation": .string(activation)])
  }

  static let variants =
    [1, 2, 3, 7].map { ($0, InstructionSet.fastest) } + InstructionSet.available.map { (2, $0) }

  @Test(arguments: cases, variants)
  func `a plan trains as the plain computation does`(
    _ sample: Case, variant: (threads: Int, level: InstructionSet)
  ) throws {
    let model = try Model(inputShape: sample.input, layers: sample.layers())
    let weights = ModelWeights(model, seed: 5)
    let compilation = try Compilation(
      optimizer: .string("rmsprop"), loss: .string("categorical_crossentropy"),
      metrics: [.string("accuracy")])
    let state = OptimizerState(compilation.optimizer, model: model)
    let data = Lessons.split(29, shape: sample.input, classes: 3)
    var plain = PlainExecutor(
      model: model, weights: weights, compilation: compilation, state: state,
      labelForm: .oneHot, seed: 3)
    var plan = try #require(
      PlanExecutor(
        model: model, weights: weights, compilation: compilation, state: state,
        labelForm: .oneHot, seed: 3, threads: variant.threads,
        batchSize: 21, kernels: KernelSet(variant.level), isExact: true))
    var batch = Batch(capacity: 21, inputShape: sample.input, preparation: Preparation())
    for range in [0..<21, 21..<29, 3..<24] {
      batch.read(Array(range)[...], images: data.images, labels: data.labels)
      #expect(plain.predict(batch) == plan.predict(batch))
      #expect(plain.evaluate(batch).sums == plan.evaluate(batch).sums)
      #expect(plain.train(batch).sums == plan.train(batch).sums)
    }
    #expect(plain.weights.tensors == plan.weights.tensors)
    #expect(plain.optimizerState == plan.optimizerState)
  }
}
