internal import Kernels
internal import Memory
internal import Tensors

extension LSTM: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) -> Int {
    let recurrence = Recurrence(&plan, site, units: units, gates: 4, usesBias: true)
    let places = plan.advance(to: site.outputShape.count)
    let all = recurrence.steps * units
    plan.add(
      LSTMStep(
        places: places, recurrence: recurrence, returnsSequences: returnsSequences,
        gates: plan.memory.region(perImage: 4 * all), cells: plan.memory.region(perImage: all),
        tops: plan.memory.region(perImage: all),
        states: returnsSequences ? places.output : plan.memory.region(perImage: all),
        stateSlopes: plan.memory.region(perImage: units),
        cellSlopes: plan.memory.region(perImage: units)))
    return 1
  }
}

/// All steps of an LSTM, forward and back through time.
private struct LSTMStep: PlanStep {
  let places: StepPlaces
  let recurrence: Recurrence
  let returnsSequences: Bool
  /// `[steps, 4 units]`: sums, then gates, then the gradients of the sums.
  let gates: Region
  /// `[steps, units]`: cells, their tanh, and states, which are the output where all are given.
  let cells: Region
  let tops: Region
  let states: Region
  /// `[units]`
  let stateSlopes: Region
  let cellSlopes: Region

  private var units: Int { recurrence.units }

  func forward(_ run: ChunkRun) {
    recurrence.begin(run, places.input, into: gates)
    for step in 0..<recurrence.steps {
      recurrence.add(run, states, before: step, to: gates)
      run.kernels.lstm(
        images: run.images, units: units, gates: gates(run, step), before: before(run, step),
        cell: run.block(cells, from: step * units), top: run.block(tops, from: step * units),
        state: run.block(states, from: step * units))
    }
    guard !returnsSequences else { return }
    for image in 0..<run.images {
      run.floats(places.output, image: image)
        .update(from: run.row(states, image: image, recurrence.steps - 1, of: units))
    }
  }

  func backward(_ run: ChunkRun) {
    let slopes = run.floats(stateSlopes)
    if returnsSequences {
      run.clear(stateSlopes)
    } else {
      slopes.update(from: run.floats(places.outputGradient))
    }
    run.clear(cellSlopes)
    for step in (0..<recurrence.steps).reversed() {
      if returnsSequences { addOutputSlopes(run, step) }
      run.kernels.lstmGradient(
        images: run.images, units: units, gates: gates(run, step), before: before(run, step),
        top: run.block(tops, from: step * units), stateSlope: Elements(slopes),
        cellSlope: run.floats(cellSlopes))
      guard step > 0 else { break }
      recurrence.stateSlopes(run, gates, of: step, into: run.block(stateSlopes))
    }
    recurrence.finish(run, places, states: states, slopes: gates)
  }

  private func addOutputSlopes(_ run: ChunkRun, _ step: Int) {
    for image in 0..<run.images {
      run.kernels.add(
        Elements(run.row(places.outputGradient, image: image, step, of: units)),
        to: run.floats(stateSlopes, image: image))
    }
  }

  private func gates(_ run: ChunkRun, _ step: Int) -> ImageBlock {
    run.block(gates, from: step * recurrence.width)
  }

  /// The cells before a step; nil before the first.
  private func before(_ run: ChunkRun, _ step: Int) -> ImageBlock? {
    step > 0 ? run.block(cells, from: (step - 1) * units) : nil
  }

  var formParts: Int { Recurrence.formParts }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>, derived: MutableElements<Float>
  ) { recurrence.refresh(part, kernels, weights, derived) }
}
