internal import Kernels
internal import Memory
internal import Tensors

extension LSTM {
  func lowerSteps(into plan: inout PlanBuilder, at site: PlanSite) {
    let recurrence = Recurrence(&plan, site, units: units, gates: 4, usesBias: settings.usesBias)
    let places = plan.advance(to: site.outputShape.count)
    let all = recurrence.steps * units
    plan.add(
      LSTMStep(
        places: places, recurrence: recurrence,
        cell: functions.map { LSTMCell(units: units, functions: $0) },
        returnsSequences: returnsSequences,
        gates: plan.memory.region(perImage: 4 * all), cells: plan.memory.region(perImage: all),
        tops: plan.memory.region(perImage: all),
        states: returnsSequences ? places.output : plan.memory.region(perImage: all),
        stateSlopes: plan.memory.region(perImage: units),
        cellSlopes: plan.memory.region(perImage: units)))
  }
}

/// All steps of an LSTM, forward and back through time.
private struct LSTMStep: PlanStep {
  let places: StepPlaces
  let recurrence: Recurrence
  /// For functions without a kernel.
  let cell: LSTMCell?
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

  func forward(_ context: ChunkContext) {
    recurrence.begin(context, places.input, into: gates)
    for step in 0..<recurrence.steps {
      let (sums, state) = (gates(context, step), rows(context, states, step))
      recurrence.sums(
        context, places.input, of: step, states: before(context, states, step), into: sums)
      let (before, cell) = (before(context, cells, step), rows(context, cells, step))
      let top = rows(context, tops, step, turns: 1)
      guard let own = self.cell else {
        context.kernels.lstm(
          images: context.images, units: units, gates: sums, before: before, cell: cell, top: top,
          state: state)
        continue
      }
      for image in 0..<context.images {
        own.forward(
          gates: sums.row(image, of: 4 * units),
          before: before.map { Elements($0.row(image, of: units)) },
          cell: cell.row(image, of: units), top: top.row(image, of: units),
          state: state.row(image, of: units))
      }
    }
    if !returnsSequences {
      context.copy(rows(context, states, recurrence.steps - 1), to: places.output)
    }
  }

  func backward(_ context: ChunkContext) {
    let slopes = context.floats(stateSlopes)
    if returnsSequences {
      context.clear(stateSlopes)
    } else {
      slopes.update(from: context.floats(places.outputGradient))
    }
    context.clear(cellSlopes)
    for step in (0..<recurrence.steps).reversed() {
      if returnsSequences { addOutputSlopes(context, step) }
      backward(context, step, Elements(slopes))
      guard step > 0 else { break }
      recurrence.stateSlopes(context, gates, of: step, into: context.block(stateSlopes))
    }
    recurrence.finish(context, places, states: states, slopes: gates)
  }

  /// The gradients of a step's sums and of the cells before it.
  private func backward(_ context: ChunkContext, _ step: Int, _ slopes: Elements<Float>) {
    let (gates, before) = (gates(context, step), before(context, cells, step))
    let top = context.block(tops, from: step * units)
    guard let cell else {
      context.kernels.lstmGradient(
        images: context.images, units: units, gates: gates, before: before, top: top,
        stateSlope: slopes, cellSlope: context.floats(cellSlopes))
      return
    }
    for image in 0..<context.images {
      cell.backward(
        gates: gates.row(image, of: 4 * units),
        before: before.map { Elements($0.row(image, of: units)) },
        top: Elements(top.row(image, of: units)),
        stateSlope: slopes[image * units..<(image + 1) * units],
        cellSlope: context.floats(cellSlopes, image: image))
    }
  }

  private func addOutputSlopes(_ context: ChunkContext, _ step: Int) {
    for image in 0..<context.images {
      context.kernels.add(
        Elements(context.row(places.outputGradient, image: image, step, of: units)),
        to: context.floats(stateSlopes, image: image))
    }
  }

  private func gates(_ context: ChunkContext, _ step: Int) -> ImageBlock {
    recurrence.rows(
      context, gates, of: recurrence.width, step, turns: 1, isKept: context.pass.isTraining)
  }

  /// A step's cells or states, which the next one needs, or what follows from them.
  private func rows(
    _ context: ChunkContext, _ region: Region, _ step: Int, turns: Int = 2
  ) -> ImageBlock {
    recurrence.rows(
      context, region, of: units, step, turns: turns,
      isKept: context.pass.isTraining || returnsSequences)
  }

  /// The cells or states before a step; nil before the first.
  private func before(_ context: ChunkContext, _ region: Region, _ step: Int) -> ImageBlock? {
    step > 0 ? rows(context, region, step - 1) : nil
  }

  var formParts: Int { Recurrence.formParts }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>, derived: MutableElements<Float>
  ) { recurrence.refresh(part, kernels, weights, derived) }
}
