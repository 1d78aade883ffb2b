internal import Kernels
internal import Tensors

/// Trains and infers with a plan: the same bits as ``PlainExecutor``, many times faster.
struct PlanExecutor: BatchExecutor {
  private let model: Model
  private let compilation: Compilation
  private let labelForm: LabelForm
  private let seed: UInt64
  private let names: ModelWeights
  private let plan: TrainingPlan
  private let parameters: PlanParameters
  private let head: LossHead
  private let kernels: KernelSet
  private let pool: ThreadPool
  private let memories: [Arena]
  private let results: BatchResults
  private let chunkSize: Int
  private var step: Int
  /// Notes where the time goes; nil where nobody measures.
  var clock: StepClock?

  /// Nil where the model has layers that a plan can't lower.
  init?(
    model: Model, weights: ModelWeights, compilation: Compilation, state: OptimizerState,
    labelForm: LabelForm, seed: UInt64, threads: Int, batchSize: Int,
    kernels: KernelSet = .active, isExact: Bool = false
  ) {
    let head = LossHead(model: model, compilation: compilation, labelForm: labelForm)
    let chunks = BatchChunks.ranges(batch: batchSize)
    chunkSize = chunks.map(\.count).max() ?? 1
    guard
      let plan = TrainingPlan(
        model, images: chunkSize, skipsLast: head.takesLogits, isExact: isExact)
    else { return nil }
    self.model = model
    self.compilation = compilation
    self.labelForm = labelForm
    self.seed = seed
    self.plan = plan
    self.head = head
    self.kernels = kernels
    names = weights
    step = state.step
    pool = ThreadPool(threads: min(threads, max(chunks.count, 1)))
    parameters = PlanParameters(
      plan, weights: weights, optimizer: compilation.optimizer, state: state,
      chunks: chunks.count)
    memories = (0..<pool.count).map { _ in Arena(count: plan.memoryCount) }
    results = BatchResults(images: batchSize, figures: 1 + head.metrics.count)
    parameters.refresh(pool: pool, kernels: kernels)
  }

  var weights: ModelWeights {
    var weights = names
    weights.tensors = zip(names.tensors, parameters.weightValues).map { Tensor($0.shape, $1) }
    return weights
  }

  var optimizerState: OptimizerState {
    OptimizerState(step: step, slots: parameters.slotValues)
  }

  mutating func train(_ batch: Batch) -> Figures {
    parameters.prepareToTrain()
    let pass = LayerPass(isTraining: true, seed: seed, step: step)
    let scale = 1 / Float(max(batch.count, 1))
    let chunks = forEachChunk(of: batch, pass) { run in
      run.gradients.update(repeating: 0, count: plan.parameterCount)
      run.measure(.loss) { judge(run, batch, scale: scale) }
      for (index, step) in plan.steps.enumerated().reversed() {
        run.measure(.backward(index)) { step.backward(run) }
      }
    }
    let figures = results.figures(images: batch.count)
    // Weights that made a broken loss stay as they are, so that the layer at fault can be found.
    guard figures.sums[0].isFinite else { return figures }
    step += 1
    let wall = clock?.lane(0)
    measure(wall, .update) {
      parameters.update(chunks: chunks, step: step, pool: pool, kernels: kernels)
    }
    measure(wall, .refresh) { parameters.refresh(pool: pool, kernels: kernels) }
    return figures
  }

  mutating func evaluate(_ batch: Batch) -> Figures {
    _ = forEachChunk(of: batch, LayerPass()) { judge($0, batch, scale: 1) }
    return results.figures(images: batch.count)
  }

  mutating func predict(_ batch: Batch) -> [Float] {
    let width = plan.output.perImage
    return [Float](unsafeUninitializedCapacity: batch.count * width) { values, count in
      let target = values
      _ = forEachChunk(of: batch, LayerPass()) { run in
        let outputs = run.floats(plan.output)
        if head.takesLogits { head.show(outputs, rowLength: lastAxis) }
        for index in outputs.indices { target[run.first * width + index] = outputs[index] }
      }
      count = batch.count * width
    }
  }

  mutating func firstLayerNotFinite(_ batch: Batch) -> String? {
    var plain = PlainExecutor(
      model: model, weights: weights, compilation: compilation, state: optimizerState,
      labelForm: labelForm, seed: seed)
    return plain.firstLayerNotFinite(batch)
  }

  private func measure(_ lane: StepClock.Lane?, _ part: StepClock.Part, _ work: () -> Void) {
    guard let lane else { return work() }
    lane.measure(part, work)
  }

  /// The names of the plan's steps, and the number of threads that carry chunks.
  var stepNames: [String] { plan.stepNames }
  var threadCount: Int { pool.count }

  private var lastAxis: Int { model.outputShape.extents.last ?? 1 }

  /// Carries each chunk forward on some thread, then on to the body; gives the number of chunks.
  private func forEachChunk(
    of batch: Batch, _ pass: LayerPass, _ body: (ChunkRun) -> Void
  ) -> Int {
    let ranges = BatchChunks.ranges(batch: batch.count)
    pool.run(chunks: ranges.count) { chunk, thread in
      let range = ranges[chunk]
      let run = ChunkRun(
        kernels: kernels, images: range.count, first: range.lowerBound,
        memory: memories[thread].start, weights: parameters.weights.start,
        derived: parameters.derived.start, gradients: parameters.gradient(ofChunk: chunk),
        pass: pass, clock: clock?.lane(thread))
      run.measure(.input) { batch.write(range, into: run.floats(plan.input), kernels: kernels) }
      for (index, step) in plan.steps.enumerated() {
        run.measure(.forward(index)) { step.forward(run) }
      }
      body(run)
    }
    return ranges.count
  }

  /// Losses and metrics of the chunk's outputs, and the gradient of `scale` times the loss.
  private func judge(_ run: ChunkRun, _ batch: Batch, scale: Float) {
    head.judge(
      run.floats(plan.output), labels: batch.labels[run.first..<run.first + run.images],
      width: lastAxis, scale: scale, gradient: run.floats(plan.outputGradient),
      figures: results.figures(ofImage: run.first))
  }
}
