internal import Kernels
internal import Memory
internal import Tensors

/// Trains and infers with a plan: the same bits as ``PlainExecutor``, many times faster.
struct PlanExecutor: BatchExecutor {
  private let model: Model
  private let compilation: Compilation
  private let labelForm: LabelForm
  private let seed: UInt64
  /// Says names and shapes; the numbers are elsewhere.
  private let names: ModelWeights
  let plan: TrainingPlan
  let parameters: PlanParameters
  let head: LossHead
  let kernels: KernelSet
  private let pool: ThreadPool
  /// One for each thread, or for each chunk where a batch goes through in several passes.
  private let memories: [MemoryBlock<Float>]
  private let shared: MemoryBlock<Float>
  let results: BatchResults
  private let chunkSize: Int
  private var step: Int
  /// Those of the last batch; kept so that no batch makes room for its own.
  private var metrics: MetricSums
  /// Notes where the time goes; nil where nobody measures.
  var clock: StepClock?

  /// Nil where the model has layers that a plan can't lower.
  init?(
    model: Model, weights: ModelWeights, compilation: Compilation, state: OptimizerState,
    labelForm: LabelForm, seed: UInt64, threads: Int, batchSize: Int,
    kernels: KernelSet = .active, isExact: Bool = false
  ) {
    let head = LossHead(model: model, compilation: compilation, labelForm: labelForm)
    let chunks = BatchChunks.most(batch: batchSize)
    chunkSize = BatchChunks.range(0, batch: max(batchSize, 1)).count
    guard
      let plan = TrainingPlan(
        model, images: chunkSize, batch: batchSize, skipped: head.skipped,
        kept: head.kept, isExact: isExact)
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
    pool = ThreadPool(threads: min(threads, max(chunks, 1)))
    parameters = PlanParameters(
      plan, weights: weights, optimizer: compilation.optimizer, state: state,
      chunks: chunks)
    let count = plan.mixesImages ? max(chunks, pool.count) : pool.count
    memories = (0..<count).map { _ in MemoryBlock(count: plan.memoryCount) }
    shared = MemoryBlock(count: plan.sharedCount)
    results = BatchResults(head.layout, images: batchSize)
    metrics = MetricSums(head.layout)
    parameters.refresh(pool: pool, kernels: kernels)
  }

  var weights: ModelWeights {
    get {
      var weights = names
      weights.tensors = zip(names.tensors, parameters.weightValues).map { Tensor($0.shape, $1) }
      return weights
    }
    set {
      parameters.load(newValue)
      parameters.refresh(pool: pool, kernels: kernels)
    }
  }

  var optimizerState: OptimizerState {
    get { OptimizerState(step: step, slots: parameters.slotValues) }
    set {
      step = newValue.step
      parameters.load(newValue)
    }
  }

  var optimizer: any Optimizer {
    get { parameters.optimizer }
    set { parameters.optimizer = newValue }
  }

  mutating func train(_ batch: Batch, goesOn: Bool) -> MetricSums {
    parameters.prepareToTrain()
    let pass = LayerPass(isTraining: true, seed: seed, step: step)
    let scale = 1 / Float(max(batch.count, 1))
    for part in plan.passes {
      forEachChunk(of: batch, pass) { context in
        for work in part.work { perform(work, context, batch, scale: scale) }
      }
      if let join = part.join { perform(join: join, batchRun(batch), clock?.lane(0)) }
    }
    results.sum(images: batch.count, into: &metrics)
    metrics.sums[0] += penalty(of: batch)
    // Weights that made a broken loss stay as they are, so that the layer at fault can be found.
    guard goesOn || metrics.sums[0].isFinite else { return metrics }
    step += 1
    moveWeights(batch)
    return metrics
  }

  /// What regularizers add to the losses of a batch.
  private func penalty(of batch: Batch) -> Double {
    let weights = parameters.penalty * Double(batch.count)
    return plan.activityCosts.isEmpty ? weights : weights + results.cost(images: batch.count)
  }

  private func moveWeights(_ batch: Batch) {
    for step in plan.steps { step.commit(batchRun(batch)) }
    parameters.update(batchRun(batch), step: step, pool: pool, kernels: kernels, clock: clock)
    parameters.refresh(pool: pool, kernels: kernels, clock: clock)
  }

  mutating func evaluate(_ batch: Batch) -> MetricSums {
    forEachChunk(of: batch, LayerPass()) { context in
      infer(context, batch)
      judge(context, batch, scale: 1)
    }
    results.sum(images: batch.count, into: &metrics)
    metrics.sums[0] += penalty(of: batch)
    return metrics
  }

  mutating func predict(_ batch: Batch) -> [Float] {
    let width = plan.output.perImage
    return [Float](filling: batch.count * width) { values in
      forEachChunk(of: batch, LayerPass()) { context in
        infer(context, batch)
        let outputs = context.floats(plan.output)
        if !head.skipped.isEmpty { head.show(outputs, rowLength: lastAxis) }
        values[context.first * width..<(context.first + context.images) * width].update(
          from: outputs)
      }
    }
  }

  mutating func firstLayerNotFinite(_ batch: Batch) -> String? {
    var plain = PlainExecutor(
      model: model, weights: weights, compilation: compilation, state: optimizerState,
      labelForm: labelForm, seed: seed)
    return plain.firstLayerNotFinite(batch)
  }

  /// The names of the plan's steps, and the number of threads that carry chunks.
  var stepNames: [String] { plan.stepNames }
  var threadCount: Int { pool.count }

  var lastAxis: Int { model.outputShape.extents.last ?? 1 }

  /// Hands each chunk of a batch to some thread.
  private func forEachChunk(of batch: Batch, _ pass: LayerPass, _ body: (ChunkContext) -> Void) {
    let images = batch.count
    pool.run(chunks: BatchChunks.count(batch: images)) { chunk, thread in
      let range = BatchChunks.range(chunk, batch: images)
      let memory = memories[pass.isTraining && plan.mixesImages ? chunk : thread]
      body(
        ChunkContext(
          kernels: kernels, chunk: chunk, images: range.count, first: range.lowerBound,
          batchImages: images,
          memory: memory.elements, weights: parameters.weights.elements,
          derived: parameters.derived.elements, gradients: parameters.gradient(ofChunk: chunk),
          shared: shared.elements, pass: pass, clock: clock?.lane(thread)))
    }
  }

  private func batchRun(_ batch: Batch) -> BatchContext {
    BatchContext(
      images: batch.count, shared: shared.elements, weights: parameters.weights.elements,
      gradients: parameters.gradient(ofChunk: 0))
  }
}
