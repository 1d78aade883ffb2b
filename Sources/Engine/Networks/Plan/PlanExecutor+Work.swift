internal import Kernels

/// What one thread does with a chunk.
extension PlanExecutor {
  func infer(_ run: ChunkRun, _ batch: Batch) {
    read(run, batch)
    for index in plan.steps.indices {
      run.measure(.forward(index)) { plan.steps[index].forward(run) }
    }
  }

  func perform(_ work: PlanWork, _ run: ChunkRun, _ batch: Batch, scale: Float) {
    switch work {
    case .input: read(run, batch)
    case .loss:
      parameters.clear(run.gradients)
      run.measure(.loss) { judge(run, batch, scale: scale) }
    case .forward(let step, let phase):
      run.measure(.forward(step)) { plan.steps[step].forward(run, phase: phase) }
    case .backward(let step, let phase):
      run.measure(.backward(step)) { plan.steps[step].backward(run, phase: phase) }
    }
  }

  /// Between two passes, on one thread.
  func perform(join work: PlanWork, _ batch: BatchRun, _ clock: StepClock.Lane?) {
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
  func judge(_ run: ChunkRun, _ batch: Batch, scale: Float) {
    head.judge(
      run.floats(plan.output), batch, run.first..<run.first + run.images,
      width: plan.output.perImage, lastAxis: lastAxis, scale: scale,
      gradient: run.floats(plan.outputGradient),
      figures: results.figures(ofImage: run.first), kernels: kernels)
  }

  private func read(_ run: ChunkRun, _ batch: Batch) {
    run.measure(.input) {
      batch.write(
        run.first..<run.first + run.images, into: run.floats(plan.input), kernels: kernels)
    }
  }
}
