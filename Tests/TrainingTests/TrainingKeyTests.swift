import Networks
import Tensors
import Testing

@testable import Training

/// What tells trained epochs from others.
@Suite struct TrainingKeyTests {
  private static func key(
    _ runner: ModelRunner, _ plan: FitPlan, data: String = "d", epoch: Int = 0
  ) -> String {
    TrainingKey(runner.model, runner.compilation, data: data, validation: nil, plan)
      .epochs(
        after: TrainingKey.digest(runner.weights, runner.optimizerState), runner.optimizer,
        at: plan.place(of: epoch))
  }

  @Test func `each thing that moves the bits is in the key, and no name`() throws {
    let runner = try SmallFit.runner()
    let plan = SmallFit.plan(epochs: 3)
    let first = Self.key(runner, plan)
    var keys: Set<String> = [first]
    func expectNew(_ key: String, _ what: Comment) { #expect(keys.insert(key).inserted, what) }
    expectNew(Self.key(try SmallFit.runner("sgd"), plan), "optimizer")
    expectNew(Self.key(runner, plan, data: "e"), "data")
    expectNew(Self.key(runner, plan, epoch: 1), "epoch")
    for (what, change) in [
      ("done", { $0.epochsDone = 2 }), ("batch", { $0.batchSize = 7 }),
      ("validation batch", { $0.validationBatchSize = 7 }), ("shuffle", { $0.shuffle = false }),
      ("seed", { $0.seed = 8 }),
      ("course", { $0.course = BatchCourse(batches: 3, steps: 2, first: 0) }),
      ("validation", { $0.validation = .every(2) }),
      ("listed", { $0.validation = .listed([1, 3]) }),
    ] as [(Comment, (inout FitPlan) -> Void)] {
      var other = plan
      change(&other)
      expectNew(Self.key(runner, other), what)
    }
    let rate = try SmallFit.runner()
    rate.optimizer = rate.optimizer.with(learningRate: 0.5)
    expectNew(Self.key(rate, plan), "rate")
    let weights = try SmallFit.runner()
    weights.weights.tensors[0].values[0] += 1
    expectNew(Self.key(weights, plan), "weights")
    let state = try SmallFit.runner()
    state.optimizerState.step += 1
    expectNew(Self.key(state, plan), "step")
    state.optimizerState = try SmallFit.runner().optimizerState
    state.optimizerState.slots[1][0] = 1
    expectNew(Self.key(state, plan), "slots")
    // Threads, epochs to come and names change nothing.
    var more = plan
    (more.epochs, more.threads) = (9, 7)
    #expect(Self.key(runner, more) == first)
  }

  @Test func `an optimizer that goes by names has what they decide in the key`() throws {
    func key(_ optimizer: ArgumentCall, _ name: String) throws -> String {
      let dense = ArgumentCall("Dense", [.int(5)], keywords: [.init("name", .string(name))])
      let model = try Model(layers: [
        LayerDeclaration(ArgumentCall("Input", [.list([.int(3)])], keywords: [])),
        LayerDeclaration(dense),
      ])
      let compilation = try Compilation(
        optimizer: .call(optimizer), loss: .string("mse"), metrics: [])
      let weights = ModelWeights(model, seed: 1)
      return TrainingKey(
        model, compilation, data: "d", validation: nil, SmallFit.plan(epochs: 1)
      ).epochs(after: "\(weights.tensors.count)", compilation.optimizer, at: "0")
    }
    let excluding = ArgumentCall(
      "Muon", [], keywords: [.init("exclude_layers", .list([.string("last")]))])
    #expect(try key(excluding, "first") == key(excluding, "second"))
    #expect(try key(excluding, "first") != key(excluding, "last"))
    let adam = ArgumentCall("Adam", [], keywords: [])
    #expect(try key(adam, "first") == key(adam, "last"))
  }

  /// A key has a layer's text: what has none there, such as an object or a function, would be the same
  /// in two layers that differ.
  @Test func `layers, losses, metrics and optimizers are values through and through`() throws {
    func check(_ value: Any, _ path: String, _ depth: Int = 0) {
      let mirror = Mirror(reflecting: value)
      #expect(mirror.displayStyle != .class, "\(path) is an object")
      #expect(!"\(value)".contains("(Function)"), "\(path) is a function")
      guard depth < 12 else { return }
      for child in mirror.children {
        check(child.value, "\(path).\(child.label ?? "")", depth + 1)
      }
    }
    for type in LayerCatalog.all {
      let name = type.signature.name
      let made = Self.layer(name)
      check(try #require(made, "\(name): no arguments of this test make one"), name)
    }
    for type in OptimizerCatalog.all {
      check(try OptimizerCatalog.make(.string(type.signature.name)), "\(type)")
    }
    for type in LossCatalog.all {
      check(try LossCatalog.make(.string(type.signature.name)), "\(type)")
    }
    for type in MetricCatalog.all {
      let name = type.signature.name
      let made = Self.first { arguments in
        try? MetricCatalog.make(.call(ArgumentCall(name, arguments)))
      }
      check(try #require(made, "\(name): no arguments of this test make one"), name)
    }
  }

  /// A layer of a kind, from the first arguments that it takes.
  private static func layer(_ name: String) -> (any Layer)? {
    first { try? LayerDeclaration(ArgumentCall(name, $0, keywords: [])).layer }
  }

  /// What the first arguments make that are taken.
  private static func first<Made>(_ make: ([ArgumentValue]) -> Made?) -> Made? {
    let values: [ArgumentValue] = [
      .int(2), .double(0.5), .string("relu"), .list([.int(2), .int(1)]), .list([.int(2)]),
      .list([.int(1)]),
    ]
    let calls = [[]] + values.map { [$0] } + values.flatMap { one in values.map { [one, $0] } }
    return calls.lazy.compactMap(make).first
  }
}
