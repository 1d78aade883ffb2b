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
