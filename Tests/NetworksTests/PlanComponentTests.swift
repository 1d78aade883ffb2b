import Datasets
import Tensors
import Testing

@testable import Networks

/// The plan moves weights in pieces and judges images in chunks; the plain computation does
/// neither.
@Suite struct PlanComponentTests {
  @Test(arguments: OptimizerCatalog.all.map { $0.signature.name })
  func `a plan moves weights as the plain computation does`(_ optimizer: String) throws {
    let call = ArgumentCall.make(
      optimizer, with: ["clipvalue": .double(0.01), "weight_decay": .double(0.1)])
    try compare(
      Compilation(optimizer: .call(call), loss: .string("categorical_crossentropy")))
  }

  @Test(arguments: ["clipnorm", "global_clipnorm"])
  func `a plan bounds norms as the plain computation does`(_ name: String) throws {
    func optimizer(_ bound: Double) -> ArgumentValue {
      .call(ArgumentCall("SGD", keywords: [.init(name, .double(bound))]))
    }
    let loss = ArgumentValue.string("categorical_crossentropy")
    let free = try compare(Compilation(optimizer: .string("sgd"), loss: loss))
    let tight = try compare(Compilation(optimizer: optimizer(0.01), loss: loss))
    #expect(tight != free)
    #expect(try compare(Compilation(optimizer: optimizer(1e6), loss: loss)) == free)
    let model = try Model(
      inputShape: [6, 5, 1],
      layers: [
        Lessons.layer("Flatten"),
        Lessons.layer("Dense", .int(300), with: ["kernel_regularizer": .string("l2")]),
        Lessons.layer("Dense", .int(3), with: ["activation": .string("softmax")]),
      ])
    try compare(Compilation(optimizer: optimizer(0.01), loss: loss), model: model)
  }

  @Test(arguments: LossCatalog.all.map { $0.signature.name })
  func `a plan takes each loss as the plain computation does`(_ loss: String) throws {
    try compare(Compilation(loss: .string(loss), metrics: [.string("accuracy")]))
  }

  /// The kernel of cross-entropies knows classes alone.
  @Test func `smoothed labels don't go to the kernel`() throws {
    let call = ArgumentCall.make(
      "CategoricalCrossentropy", with: ["label_smoothing": .double(0.5)])
    let smooth = try compare(Compilation(loss: .call(call)))
    let sharp = try compare(Compilation(loss: .string("categorical_crossentropy")))
    #expect(smooth != sharp)
  }

  @Test(arguments: ActivationCatalog.all.map { $0.aliases[0] })
  func `a plan takes each activation as the plain computation does`(_ name: String) throws {
    let keywords: KeyValuePairs<String, ArgumentValue> = ["activation": .string(name)]
    let model = try Model(
      inputShape: [6, 5, 1],
      layers: [
        Lessons.layer("Conv2D", .int(4), .int(3), with: keywords),
        Lessons.layer("Activation", .string(name)),
        Lessons.layer("Dense", .int(3), with: keywords), Lessons.layer("Flatten"),
        Lessons.layer("Dense", .int(5), with: keywords),
        Lessons.layer("Dense", .int(3), with: keywords),
      ])
    try compare(Compilation(optimizer: .string("sgd"), loss: .string("mse")), model: model)
  }

  @Test(arguments: [
    Merge.Kind.add, .subtract, .multiply, .average, .maximum, .minimum, .concatenate(axis: 2),
    .concatenate(axis: 0),
  ])
  func `a plan merges and moves as the plain computation does`(_ kind: Merge.Kind) throws {
    let shape: Shape = [6, 5, 2]
    let merge = try Merge(kind, of: [shape, shape, shape])
    let convolution = try Lessons.layer(
      "Conv2D", .int(2), .int(3), with: ["padding": .string("same")])
    let axes = ArgumentValue.list([.int(3), .int(1), .int(2)])
    let moved = [
      try Lessons.layer("Permute", axes), try Lessons.layer("ZeroPadding2D"),
      try Lessons.layer("UpSampling2D"), try Lessons.layer("Cropping2D", .int(1)),
    ]
    var nodes = [
      ModelNode(convolution.layer, name: "a", inputs: [-1]),
      ModelNode(convolution.layer, name: "b", inputs: [-1]),
      ModelNode(merge, name: "merge", inputs: [0, 1, 0]),
    ]
    for (index, layer) in moved.enumerated() {
      nodes.append(ModelNode(layer.layer, name: "moved\(index)", inputs: [nodes.count - 1]))
    }
    let (flat, dense) = try (Lessons.layer("Flatten"), Lessons.layer("Dense", .int(3)))
    for (name, layer) in [("flat", flat), ("dense", dense)] {
      nodes.append(ModelNode(layer.layer, name: name, inputs: [nodes.count - 1]))
    }
    let model = try Model(name: "graph", inputShape: [6, 5, 1], nodes: nodes)
    try compare(Compilation(optimizer: .string("sgd"), loss: .string("mse")), model: model)
  }

  /// Trains three batches both ways; gives the weights.
  @discardableResult
  private func compare(_ compilation: Compilation, model: Model? = nil) throws -> [Tensor] {
    let model = try model ?? Lessons.small()
    let weights = ModelWeights(model, seed: 5)
    let state = OptimizerState(compilation.optimizer, model: model)
    let data = Lessons.split(29, shape: [6, 5, 1], classes: 3)
    let form = compilation.loss.labelForm ?? .oneHot
    var plain = PlainExecutor(
      model: model, weights: weights, compilation: compilation, state: state, labelForm: form,
      seed: 3)
    var plan = try #require(
      PlanExecutor(
        model: model, weights: weights, compilation: compilation, state: state,
        labelForm: form, seed: 3, threads: 2, batchSize: 21, isExact: true))
    var batch = Batch(capacity: 21, inputShape: [6, 5, 1], preparation: Preparation())
    for range in [0..<21, 21..<29, 3..<24] {
      batch.read(Array(range)[...], images: data.images, labels: data.labels)
      #expect(plain.evaluate(batch).sums == plan.evaluate(batch).sums)
      #expect(plain.train(batch).sums == plan.train(batch).sums)
    }
    #expect(plain.weights.tensors == plan.weights.tensors)
    #expect(plain.weights.tensors != weights.tensors)
    #expect(plain.optimizerState == plan.optimizerState)
    return plain.weights.tensors
  }
}
