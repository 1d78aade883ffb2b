internal import Kernels
internal import Memory
internal import Tensors

/// All steps of a GRU that resets the state before its product, forward and back through time.
///
/// Both products of a step are taken with the whole recurrent kernel, and the idle part of each is left out.
struct ResetBeforeStep: PlanStep {
  private let places: StepPlaces
  private let recurrence: Recurrence
  private let cell: ResetBeforeCell
  private let returnsSequences: Bool
  /// `[steps, 3 units]`: the inputs' sums, then gates and candidates, then the gradients of the sums.
  private let gates: Region
  /// `[steps, 3 units]`: products of the states, then the gradients of the gates' sums beside zeros.
  private let opening: Region
  /// `[steps, 3 units]`: products of the reset states, then zeros beside the gradients of the candidates' sums.
  private let closing: Region
  /// `[steps, units]`: the output where all are given.
  private let states: Region
  /// `[steps, units]`: the reset states, each at the step before its own.
  private let resets: Region
  /// `[units]`: the gradients of a state and of a reset one, and what of them comes through a product.
  private let slopes: Region
  private let resetSlopes: Region

  init(_ layer: GRU, _ plan: inout PlanBuilder, _ site: PlanSite) {
    recurrence = Recurrence(
      &plan, site, units: layer.units, gates: 3, usesBias: layer.settings.usesBias)
    cell = ResetBeforeCell(units: layer.units, layer.functions ?? .standard)
    returnsSequences = layer.returnsSequences
    places = plan.advance(to: site.outputShape.count)
    let all = recurrence.steps * layer.units
    gates = plan.memory.region(perImage: 3 * all)
    opening = plan.memory.region(perImage: 3 * all)
    closing = plan.memory.region(perImage: 3 * all)
    states = returnsSequences ? places.output : plan.memory.region(perImage: all)
    resets = plan.memory.region(perImage: all)
    slopes = plan.memory.region(perImage: layer.units)
    resetSlopes = plan.memory.region(perImage: layer.units)
  }

  private var units: Int { recurrence.units }

  func forward(_ context: ChunkContext) {
    recurrence.begin(context, places.input, into: gates)
    for step in 0..<recurrence.steps {
      let (sums, state) = (wide(context, gates, step), rows(context, states, step))
      let (first, second) = (wide(context, opening, step), wide(context, closing, step))
      let before = before(context, step)
      let reset = rows(context, resets, max(step - 1, 0))
      recurrence.inputSums(context, places.input, of: step, into: sums)
      recurrence.stateSums(context, of: before, into: first)
      eachImage(context) { image in
        cell.open(
          gates: sums.row(image, of: 3 * units), product: Elements(first.row(image, of: 3 * units)),
          before: before.map { Elements($0.row(image, of: units)) },
          reset: reset.row(image, of: units))
      }
      recurrence.stateSums(context, of: before == nil ? nil : reset, into: second)
      eachImage(context) { image in
        cell.close(
          gates: sums.row(image, of: 3 * units),
          product: Elements(second.row(image, of: 3 * units)),
          before: before.map { Elements($0.row(image, of: units)) },
          state: state.row(image, of: units))
      }
    }
    if !returnsSequences {
      context.copy(rows(context, states, recurrence.steps - 1), to: places.output)
    }
  }

  func backward(_ context: ChunkContext) {
    if returnsSequences {
      context.clear(slopes)
    } else {
      context.floats(slopes).update(from: context.floats(places.outputGradient))
    }
    for step in (0..<recurrence.steps).reversed() {
      if returnsSequences { addOutputSlopes(context, step) }
      let before = before(context, step)
      eachImage(context) { image in
        cell.closeSlopes(
          gates: Elements(context.row(gates, image: image, step, of: 3 * units)),
          slope: Elements(context.floats(slopes, image: image)),
          sums: context.row(closing, image: image, step, of: 3 * units))
      }
      recurrence.stateSlopes(context, closing, of: step, into: context.block(resetSlopes))
      eachImage(context) { image in
        cell.openSlopes(
          gates: context.row(gates, image: image, step, of: 3 * units),
          candidate: Elements(context.row(closing, image: image, step, of: 3 * units)),
          resetSlope: Elements(context.floats(resetSlopes, image: image)),
          before: before.map { Elements($0.row(image, of: units)) },
          slope: context.floats(slopes, image: image),
          sums: context.row(opening, image: image, step, of: 3 * units))
      }
      recurrence.stateSlopes(context, opening, of: step, into: context.block(resetSlopes))
      context.kernels.add(Elements(context.floats(resetSlopes)), to: context.floats(slopes))
    }
    recurrence.finish(
      context, places, states: states, slopes: gates, stateSlopes: opening,
      resets: (resets, closing))
  }

  private func addOutputSlopes(_ context: ChunkContext, _ step: Int) {
    eachImage(context) { image in
      context.kernels.add(
        Elements(context.row(places.outputGradient, image: image, step, of: units)),
        to: context.floats(slopes, image: image))
    }
  }

  private func eachImage(_ context: ChunkContext, _ body: (Int) -> Void) {
    for image in 0..<context.images { body(image) }
  }

  private func wide(_ context: ChunkContext, _ region: Region, _ step: Int) -> ImageBlock {
    recurrence.rows(
      context, region, of: 3 * units, step, turns: 1, isKept: context.pass.isTraining)
  }

  private func rows(_ context: ChunkContext, _ region: Region, _ step: Int) -> ImageBlock {
    recurrence.rows(
      context, region, of: units, step, turns: 2,
      isKept: context.pass.isTraining || returnsSequences)
  }

  /// The states before a step; nil before the first.
  private func before(_ context: ChunkContext, _ step: Int) -> ImageBlock? {
    step > 0 ? rows(context, states, step - 1) : nil
  }

  var formParts: Int { Recurrence.formParts }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>, derived: MutableElements<Float>
  ) { recurrence.refresh(part, kernels, weights, derived) }
}
