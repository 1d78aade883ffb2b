/// Carries batches through a model: the seam for other devices and for several machines.
///
/// ``PlainExecutor`` is the oracle; a training plan lowers the model to fused steps and gives the
/// same bits. Whoever writes another one keeps the order of sums: a sum over a batch goes through the
/// chunks of ``BatchChunks`` from left to right, whose bounds depend on the batch's size alone.
package protocol BatchExecutor {
  /// Setting them takes effect with the next batch, as do the two that follow.
  var weights: ModelWeights { get set }
  /// Steps and slots of the optimizer, as of the last step done.
  var optimizerState: OptimizerState { get set }
  /// Another one is of the same kind, with other settings: what it keeps between steps goes on.
  var optimizer: any Optimizer { get set }
  /// One optimizer step; the metrics are those before it, as Keras counts them.
  ///
  /// - Parameter goesOn: whether a loss that isn't finite moves the weights all the same.
  mutating func train(_ batch: Batch, goesOn: Bool) -> MetricSums
  /// Loss and metrics in inference mode.
  mutating func evaluate(_ batch: Batch) -> MetricSums
  /// The outputs in inference mode, `[batch, outputs]`.
  mutating func predict(_ batch: Batch) -> [Float]
  /// The name of the first layer whose output for a training batch isn't finite.
  mutating func firstLayerNotFinite(_ batch: Batch) -> String?
}

extension BatchExecutor {
  /// One step, which a loss that isn't finite doesn't take.
  mutating func train(_ batch: Batch) -> MetricSums { train(batch, goesOn: false) }
}

/// Makes executors.
package protocol ExecutorMaker: Sendable {
  /// An executor that begins with the job's weights and state.
  func executor(for job: ExecutorJob) -> any BatchExecutor
}

/// All that an executor is made of.
package struct ExecutorJob {
  /// What is computed.
  package let model: Model
  /// The numbers to begin with.
  package let weights: ModelWeights
  /// Loss, metrics and optimizer.
  package let compilation: Compilation
  /// The optimizer's steps and slots to begin with.
  package let state: OptimizerState
  /// How class numbers are put before the loss.
  package let labelForm: LabelForm
  /// The seed of layers that draw numbers.
  package let seed: UInt64
  /// Changes the speed, never the result.
  package let threads: Int
  /// The most samples of a batch.
  package internal(set) var batchSize: Int
}

extension ExecutorJob {
  /// - Parameter state: where an earlier fit stopped; a fresh state where nil.
  package init(
    model: Model, weights: ModelWeights, compilation: Compilation, state: OptimizerState? = nil,
    labelForm: LabelForm, seed: UInt64, threads: Int, batchSize: Int
  ) {
    (self.model, self.weights, self.compilation) = (model, weights, compilation)
    self.state = state ?? OptimizerState(compilation.optimizer, model: model)
    (self.labelForm, self.seed) = (labelForm, seed)
    (self.threads, self.batchSize) = (threads, batchSize)
  }

  /// The same with room for larger batches, from another state on.
  func grown(to batchSize: Int, _ weights: ModelWeights, _ state: OptimizerState) -> ExecutorJob {
    ExecutorJob(
      model: model, weights: weights, compilation: compilation, state: state,
      labelForm: labelForm, seed: seed, threads: threads, batchSize: batchSize)
  }
}

/// Holds what an executor will be made of, as long as there is no batch.
struct UnmadeExecutor: BatchExecutor {
  var weights: ModelWeights
  var optimizerState: OptimizerState
  var optimizer: any Optimizer

  init(_ job: ExecutorJob) {
    (weights, optimizerState, optimizer) = (job.weights, job.state, job.compilation.optimizer)
  }

  func train(_ batch: Batch, goesOn: Bool) -> MetricSums { unmade() }
  func evaluate(_ batch: Batch) -> MetricSums { unmade() }
  func predict(_ batch: Batch) -> [Float] { unmade() }
  func firstLayerNotFinite(_ batch: Batch) -> String? { unmade() }

  private func unmade() -> Never { preconditionFailure("ModelRunner: a batch without room for it") }
}

/// Executors on this machine's processors.
package struct LocalExecutors: ExecutorMaker {
  /// Executors that share nothing; each starts threads of its own.
  package init() {}

  /// The model's fused plan, or plain layers where it has no plan.
  package func executor(for job: ExecutorJob) -> any BatchExecutor {
    if let executor = PlanExecutor(
      model: job.model, weights: job.weights, compilation: job.compilation, state: job.state,
      labelForm: job.labelForm, seed: job.seed, threads: job.threads, batchSize: job.batchSize)
    {
      return executor
    }
    return PlainExecutor(
      model: job.model, weights: job.weights, compilation: job.compilation, state: job.state,
      labelForm: job.labelForm, seed: job.seed)
  }
}
