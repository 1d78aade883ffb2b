import Datasets
import Kernels
import Tensors
import Testing

@testable import Networks

/// Layers that aren't trained, in all plans of the models that ``PlanExecutorTests`` has.
@Suite struct FrozenLayerTests {
  /// Which layers are frozen: those below a share of all, every other one, or all.
  enum Choice: String, CaseIterable, Sendable {
    case below, alternate, all

    func freezes(_ index: Int, of count: Int) -> Bool {
      switch self {
      case .below: index < count / 2
      case .alternate: index.isMultiple(of: 2)
      case .all: true
      }
    }
  }

  static func model(_ sample: PlanExecutorTests.Case, _ choice: Choice) throws -> Model {
    let whole = try Model(inputShape: sample.input, layers: sample.layers())
    let nodes = whole.layers.enumerated().map { index, layer in
      let isFrozen = choice.freezes(index, of: whole.layers.count)
      return ModelNode(
        isFrozen ? layer.layer.frozen : layer.layer, name: layer.name, inputs: layer.inputs,
        isTrainable: !isFrozen)
    }
    return try Model(name: whole.name, inputShape: sample.input, nodes: nodes)
  }

  static let variants = [(1, InstructionSet.fastest), (3, InstructionSet.available[0])]

  @Test(arguments: PlanExecutorTests.cases, Choice.allCases)
  func `a plan trains the others as the plain computation does`(
    _ sample: PlanExecutorTests.Case, choice: Choice
  ) throws {
    let model = try Self.model(sample, choice)
    let compilation = try Compilation(
      optimizer: .string("adam"), loss: .string("categorical_crossentropy"))
    let data = Lessons.split(29, shape: sample.input, classes: 3)
    for (threads, level) in Self.variants {
      let pair = try ExecutorPair(model, compilation, threads: threads, kernels: KernelSet(level))
      var (trial, plan) = (pair.plain, pair.plan)
      var batch = Batch(capacity: 21, inputShape: sample.input, preparation: Preparation())
      for range in [0..<21, 21..<29] {
        batch.read(Array(range)[...], images: data.images, labels: data.labels)
        #expect(trial.train(batch).sums == plan.train(batch).sums)
        #expect(trial.evaluate(batch).sums == plan.evaluate(batch).sums)
      }
      #expect(trial.weights.tensors == plan.weights.tensors)
      #expect(trial.optimizerState == plan.optimizerState)
      for (index, spec) in model.weightSpecs.enumerated() where !spec.isTrainable {
        if choice == .all {
          #expect(plan.weights.tensors[index] == pair.plain.weights.tensors[index])
        }
      }
    }
  }

  @Test func `the optimizer keeps nothing for them`() throws {
    let model = try Self.model(PlanExecutorTests.cases[5], .all)
    let optimizer = try OptimizerCatalog.make(.string("adam"))
    #expect(OptimizerState(optimizer, model: model).slots.isEmpty)
    #expect(model.trainableCount == 0)
    #expect(model.nonTrainableCount == model.parameterCount)
  }
}
