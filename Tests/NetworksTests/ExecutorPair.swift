import Kernels
import Testing

@testable import Networks

/// The plain computation of a model and its plan, both before the first step, with one-hot labels.
struct ExecutorPair {
  var plain: PlainExecutor
  var plan: PlanExecutor

  /// - Parameter batch: the most images of a batch.
  init(
    _ model: Model, _ compilation: Compilation, threads: Int, kernels: KernelSet = .active,
    batch: Int = 21
  ) throws {
    let weights = ModelWeights(model, seed: 5)
    let state = OptimizerState(compilation.optimizer, model: model)
    plain = PlainExecutor(
      model: model, weights: weights, compilation: compilation, state: state,
      labelForm: .oneHot, seed: 3)
    plan = try #require(
      PlanExecutor(
        model: model, weights: weights, compilation: compilation, state: state,
        labelForm: .oneHot, seed: 3, threads: threads, batchSize: batch, kernels: kernels,
        isExact: true))
  }
}
