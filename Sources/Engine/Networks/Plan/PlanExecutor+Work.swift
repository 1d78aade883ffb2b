internal import Kernels
internal import Memory

/// What one thread does with a chunk.
extension PlanExecutor {
  func infer(_ context: ChunkContext, _ batch: Batch) {
    read(context, batch)
    for index in plan.steps.indices {
      context.measure(.forward(index)) { plan.steps[index].forward(context) }
    }
  }

  func perform(_ work: PlanWork, _ context: ChunkContext, _ batch: Batch, scale: Float) {
    switch work {
    case .input: read(context, batch)
    case .loss:
      parameters.clear(context.gradients)
      context.measure(.loss) { judge(context, batch, scale: scale) }
    case .forward(let step, let phase):
      context.measure(.forward(step)) { plan.steps[step].forward(context, phase: phase) }
    case .backward(let step, let phase):
      context.measure(.backward(step)) { plan.steps[step].backward(context, phase: phase) }
    }
  }

  /// Between two passes, on one thread.
  func perform(join work: PlanWork, _ batch: BatchContext, _ clock: StepClock.Lane?) {
    func measure(_ part: StepClock.Part, _ work: () -> Void) {
      guard let clock else { return work() }
      clock.measure(part, work)
    }
    switch work {
    case .forward(let step, let phase):
      measure(.forward(step)) { plan.steps[step].join(batch, forwardPhase: phase) }
    case .backward(let step, let phase):
      measure(.backward(step)) { plan.steps[step].join(batch, backwardPhase: phase) }
    case .input, .loss: break
    }
  }

  /// Losses and metrics of the chunk's outputs, and the gradient of `scale` times the loss.
  func judge(_ context: ChunkContext, _ batch: Batch, scale: Float) {
    let kept = head.reads(training: context.pass.isTraining) ? plan.keptSums : nil
    head.judge(
      context.floats(plan.output), batch, context.first..<context.first + context.images,
      width: plan.output.perImage, lastAxis: lastAxis,
      keptSums: kept.map { Elements(context.floats($0)) }, scale: scale,
      gradient: context.floats(plan.outputGradient),
      results: results.ofChunk(context.chunk, firstImage: context.first), kernels: kernels)
    if !plan.activityCosts.isEmpty { noteCosts(context) }
  }

  /// What the outputs of the chunk's images cost, added up in the layers' order.
  private func noteCosts(_ context: ChunkContext) {
    for image in 0..<context.images {
      let cost = plan.activityCosts.reduce(Float(0)) { $0 + context.floats($1)[image] }
      results.note(cost, ofImage: context.first + image)
    }
  }

  private func read(_ context: ChunkContext, _ batch: Batch) {
    context.measure(.input) {
      batch.write(
        context.first..<context.first + context.images, into: context.floats(plan.input),
        kernels: kernels)
    }
  }
}
