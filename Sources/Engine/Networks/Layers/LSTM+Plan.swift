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
      let (sums, state) = (gates(run, step), rows(run, states, step))
      recurrence.sums(
        run, places.input, of: step, states: before(run, states, step), into: sums)
      run.kernels.lstm(
        images: run.images, units: units, gates: sums, before: before(run, cells, step),
        cell: rows(run, cells, step), top: rows(run, tops, step, turns: 1), state: state)
    }
    if !returnsSequences { run.copy(rows(run, states, recurrence.steps - 1), to: places.output) }
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
        images: run.images, units: units, gates: gates(run, step),
        before: before(run, cells, step), top: run.block(tops, from: step * units),
        stateSlope: Elements(slopes),
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
    recurrence.rows(
      run, gates, of: recurrence.width, step, turns: 1, isKept: run.pass.isTraining)
  }

  /// A step's cells or states, which the next one needs, or what follows from them.
  private func rows(
    _ run: ChunkRun, _ region: Region, _ step: Int, turns: Int = 2
  ) -> ImageBlock {
    recurrence.rows(
      run, region, of: units, step, turns: turns, isKept: run.pass.isTraining || returnsSequences)
  }

  /// The cells or states before a step; nil before the first.
  private func before(_ run: ChunkRun, _ region: Region, _ step: Int) -> ImageBlock? {
    step > 0 ? rows(run, region, step - 1) : nil
  }

  var formParts: Int { Recurrence.formParts }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>, derived: MutableElements<Float>
  ) { recurrence.refresh(part, kernels, weights, derived) }
}
