internal import Kernels
internal import Memory
internal import Tensors

extension SimpleRNN {
  func lowerSteps(into plan: inout PlanBuilder, at site: PlanSite) {
    let recurrence = Recurrence(&plan, site, units: units, gates: 1, usesBias: settings.usesBias)
    let places = plan.advance(to: site.outputShape.count)
    let all = recurrence.steps * units
    let states = returnsSequences ? places.output : plan.memory.region(perImage: all)
    let ofSums = function as? any SumActivation
    plan.add(
      SimpleRNNStep(
        places: places, recurrence: recurrence, function: function, ofSums: ofSums,
        returnsSequences: returnsSequences, states: states,
        sums: ofSums == nil ? states : plan.memory.region(perImage: all),
        slopes: plan.memory.region(perImage: all)))
  }
}

/// All steps of a simple recurrent layer, forward and back through time.
private struct SimpleRNNStep: PlanStep {
  let places: StepPlaces
  let recurrence: Recurrence
  let function: any ActivationFunction
  /// The same, where its gradient reads the sums. To ask a value for a protocol takes longer than to apply a
  /// function to a row, so it is asked once.
  let ofSums: (any SumActivation)?
  let returnsSequences: Bool
  /// `[steps, units]`: the output where all are given.
  let states: Region
  /// Those of the states, or the states themselves where nobody needs them.
  let sums: Region
  /// Gradients of the sums, `[steps, units]`.
  let slopes: Region

  private var units: Int { recurrence.units }

  func forward(_ context: ChunkContext) {
    recurrence.begin(context, places.input, into: sums)
    for step in 0..<recurrence.steps {
      let (sum, state) = (rows(context, sums, step), rows(context, states, step))
      recurrence.sums(
        context, places.input, of: step, states: step > 0 ? rows(context, states, step - 1) : nil,
        into: sum)
      apply(context.images, sum, to: state)
    }
    if !returnsSequences {
      context.copy(rows(context, states, recurrence.steps - 1), to: places.output)
    }
  }

  /// Images' states from their sums: all at once where they lie together.
  private func apply(_ images: Int, _ sums: ImageBlock, to states: ImageBlock) {
    let together = states.stride == units && sums.stride == units
    let width = together ? images * units : units
    for row in 0..<(together ? min(images, 1) : images) {
      let state = states.row(row, of: width)
      if ofSums != nil { state.update(from: sums.row(row, of: width)) }
      function.apply(state, rowLength: units)
    }
  }

  private func rows(_ context: ChunkContext, _ region: Region, _ step: Int) -> ImageBlock {
    recurrence.rows(
      context, region, of: units, step, turns: 2,
      isKept: context.pass.isTraining || returnsSequences)
  }

  func backward(_ context: ChunkContext) {
    let last = recurrence.steps - 1
    for step in (0...last).reversed() {
      if step < last {
        recurrence.stateSlopes(
          context, slopes, of: step + 1, into: context.block(slopes, from: step * units))
      }
      for image in 0..<context.images { finish(context, image, step, isLast: step == last) }
    }
    recurrence.finish(context, places, states: states, slopes: slopes)
  }

  /// Adds the output's gradient to that of an image's state, and goes on to its sums.
  private func finish(_ context: ChunkContext, _ image: Int, _ step: Int, isLast: Bool) {
    let slope = context.row(slopes, image: image, step, of: units)
    let place = returnsSequences ? step : 0
    if isLast {
      slope.update(from: context.row(places.outputGradient, image: image, place, of: units))
    } else if returnsSequences {
      context.kernels.add(
        Elements(context.row(places.outputGradient, image: image, place, of: units)), to: slope)
    }
    if let ofSums {
      ofSums.applyGradient(slope, sums: Elements(context.row(sums, image: image, step, of: units)))
    } else {
      function.applyGradient(
        slope, outputs: Elements(context.row(states, image: image, step, of: units)),
        rowLength: units)
    }
  }

  var formParts: Int { Recurrence.formParts }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>, derived: MutableElements<Float>
  ) { recurrence.refresh(part, kernels, weights, derived) }
}
