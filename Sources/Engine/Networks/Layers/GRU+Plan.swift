internal import Kernels
internal import Memory
internal import Tensors

extension GRU {
  func lowerSteps(into plan: inout PlanBuilder, at site: PlanSite) {
    guard resetsAfter else { return plan.add(ResetBeforeStep(self, &plan, site)) }
    let recurrence = Recurrence(
      &plan, site, units: units, gates: 3, usesBias: settings.usesBias, hasStateBias: true)
    let places = plan.advance(to: site.outputShape.count)
    let all = recurrence.steps * units
    plan.add(
      GRUStep(
        places: places, recurrence: recurrence, cell: GRUCell(units: units, functions: functions),
        returnsSequences: returnsSequences, gates: plan.memory.region(perImage: 3 * all),
        recurrent: plan.memory.region(perImage: 3 * all),
        states: returnsSequences ? places.output : plan.memory.region(perImage: all),
        slopes: plan.memory.region(perImage: units),
        products: plan.memory.region(perImage: units)))
  }
}

/// All steps of a GRU, forward and back through time.
private struct GRUStep: PlanStep {
  let places: StepPlaces
  let recurrence: Recurrence
  let cell: GRUCell
  let returnsSequences: Bool
  /// `[steps, 3 units]`: the inputs' sums, then the gates, then the gradients of the sums.
  let gates: Region
  /// `[steps, 3 units]`: the states' sums, then their gradients.
  let recurrent: Region
  /// `[steps, units]`: the output where all are given.
  let states: Region
  /// `[units]`: the gradient of a state, and what of it comes through the sums.
  let slopes: Region
  let products: Region

  private var units: Int { recurrence.units }

  func forward(_ context: ChunkContext) {
    recurrence.begin(context, places.input, into: gates)
    for step in 0..<recurrence.steps {
      let (sums, products) = (wide(context, gates, step), wide(context, recurrent, step))
      let before = before(context, step)
      let state = rows(context, step)
      recurrence.inputSums(context, places.input, of: step, into: sums)
      recurrence.stateSums(context, of: before, into: products)
      for image in 0..<context.images {
        cell.forward(
          gates: sums.row(image, of: 3 * units),
          recurrent: Elements(products.row(image, of: 3 * units)),
          before: before.map { Elements($0.row(image, of: units)) },
          state: state.row(image, of: units))
      }
    }
    if !returnsSequences { context.copy(rows(context, recurrence.steps - 1), to: places.output) }
  }

  func backward(_ context: ChunkContext) {
    let slopes = context.floats(slopes)
    if returnsSequences {
      context.clear(self.slopes)
    } else {
      slopes.update(from: context.floats(places.outputGradient))
    }
    for step in (0..<recurrence.steps).reversed() {
      if returnsSequences { addOutputSlopes(context, step) }
      let before = before(context, step)
      for image in 0..<context.images {
        cell.backward(
          gates: context.row(gates, image: image, step, of: 3 * units),
          recurrent: context.row(recurrent, image: image, step, of: 3 * units),
          before: before.map { Elements($0.row(image, of: units)) },
          slope: context.floats(self.slopes, image: image))
      }
      guard step > 0 else { break }
      recurrence.stateSlopes(context, recurrent, of: step, into: context.block(products))
      context.kernels.add(Elements(context.floats(products)), to: slopes)
    }
    recurrence.finish(context, places, states: states, slopes: gates, stateSlopes: recurrent)
  }

  private func addOutputSlopes(_ context: ChunkContext, _ step: Int) {
    for image in 0..<context.images {
      context.kernels.add(
        Elements(context.row(places.outputGradient, image: image, step, of: units)),
        to: context.floats(slopes, image: image))
    }
  }

  /// A step's sums.
  private func wide(_ context: ChunkContext, _ region: Region, _ step: Int) -> ImageBlock {
    recurrence.rows(
      context, region, of: 3 * units, step, turns: 1, isKept: context.pass.isTraining)
  }

  /// A step's states, which the next one needs.
  private func rows(_ context: ChunkContext, _ step: Int) -> ImageBlock {
    recurrence.rows(
      context, states, of: units, step, turns: 2,
      isKept: context.pass.isTraining || returnsSequences)
  }

  /// The states before a step; nil before the first.
  private func before(_ context: ChunkContext, _ step: Int) -> ImageBlock? {
    step > 0 ? rows(context, step - 1) : nil
  }

  var formParts: Int { Recurrence.formParts }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>, derived: MutableElements<Float>
  ) { recurrence.refresh(part, kernels, weights, derived) }
}
