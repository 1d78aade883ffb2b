import Networks
import Tensors
import Testing

@Suite struct ModelTests {
  @Test func `the lesson's model has the counts and shapes that Keras prints`() throws {
    let model = try Lessons.whole()
    #expect(
      model.layers.map(\.name) == [
        "conv2d", "max_pooling2d", "conv2d_1", "max_pooling2d_1", "conv2d_2", "flatten", "dense",
        "dense_1",
      ])
    #expect(model.layers.map(\.parameterCount) == [320, 0, 18_496, 0, 36_928, 0, 36_928, 650])
    #expect(
      model.layers.map(\.outputShape.description) == [
        "(26, 26, 32)", "(13, 13, 32)", "(11, 11, 64)", "(5, 5, 64)", "(3, 3, 64)", "(576,)",
        "(64,)", "(10,)",
      ])
    #expect(try Lessons.base().parameterCount == 55_744)
    #expect(model.parameterCount == 93_322)
    #expect(model.trainableCount == 93_322)
    #expect(model.nonTrainableCount == 0)
  }

  @Test func `moving statistics are parameters that training doesn't count`() throws {
    let model = try Lessons.normalized()
    #expect(model.layers[1].parameterCount == 24)
    #expect(model.nonTrainableCount == 12)
  }

  @Test func `an extended model keeps the weights of its base`() throws {
    let base = try Lessons.base()
    let weights = ModelWeights(base, seed: 5)
    let whole = try base.extending(with: Lessons.classifier())
    let extended = ModelWeights(whole, seed: 6, base: weights)
    #expect(Array(extended.tensors.prefix(6)) == weights.tensors)
    #expect(extended.names.last == "dense_1/bias")
    #expect(ModelWeights(whole, seed: 5, base: weights) == ModelWeights(whole, seed: 5))
  }

  static let broken: [(@Sendable () throws -> [LayerDeclaration], String)] = [
    ({ [] }, "a model needs at least one layer"),
    (
      { [try Lessons.layer("Dense", .int(3))] },
      "layer 1: nothing says the shape of the model's input; give input_shape"
    ),
    (
      { [try input(4), try Lessons.layer("Conv2D", .int(3), .int(3))] },
      "layer 2: Conv2D takes inputs with 3 axes (height, width, channels), not (4,)"
    ),
    (
      { [try input(3, 9, 1), try Lessons.layer("Conv2D", .int(3), .int(4))] },
      "layer 2: Conv2D's window (4, 4) is larger than its input (3, 9, 1)"
    ),
    (
      { [try input(1, 9, 1), try Lessons.layer("MaxPooling2D")] },
      "layer 2: MaxPooling2D's window (2, 2) is larger than its input (1, 9, 1)"
    ),
    (
      { [try input(4), try input(5)] },
      "layer 2: input_shape is (5,), but the input here is (4,)"
    ),
    (
      {
        try [
          input(4), Lessons.layer("Dense", .int(3), with: ["name": .string("a")]),
          Lessons.layer("Dense", .int(3), with: ["name": .string("a")]),
        ]
      }, "layer 3: there is a layer named 'a' already"
    ),
    (
      {
        try [
          input(1000, 1000, 500), Lessons.layer("Flatten"),
        ]
      },
      "layer 1: InputLayer would need a tensor of shape (1000, 1000, 500), "
        + "more than 268435456 numbers"
    ),
    (
      { [try input(30_000), try Lessons.layer("Dense", .int(1_000_000))] },
      "layer 2: Dense would need a tensor of shape (30000, 1000000), "
        + "more than 268435456 numbers"
    ),
  ]

  static func input(_ extents: Int...) throws -> LayerDeclaration {
    try Lessons.layer("Input", .list(extents.map { .int($0) }))
  }

  @Test(arguments: broken.indices)
  func `layers that don't fit are refused with the facts`(_ index: Int) throws {
    let (layers, message) = Self.broken[index]
    let declarations = try layers()
    let error = #expect(throws: ModelError.self) { try Model(layers: declarations) }
    #expect(error?.description == message)
  }
}
