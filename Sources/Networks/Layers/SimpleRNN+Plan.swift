internal import Kernels
internal import Memory
internal import Tensors

extension SimpleRNN: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) -> Int {
    let recurrence = Recurrence(&plan, site, units: units, gates: 1, usesBias: usesBias)
    let places = plan.advance(to: site.outputShape.count)
    let all = recurrence.steps * units
    let states = returnsSequences ? places.output : plan.memory.region(perImage: all)
    plan.add(
      SimpleRNNStep(
        places: places, recurrence: recurrence, function: function,
        returnsSequences: returnsSequences, states: states,
        sums: function is any SumActivation ? plan.memory.region(perImage: all) : states,
        slopes: plan.memory.region(perImage: all)))
    return 1
  }
}

/// All steps of a simple recurrent layer, forward and back through time.
private struct SimpleRNNStep: PlanStep {
  let places: StepPlaces
  let recurrence: Recurrence
  let function: any ActivationFunction
  let returnsSequences: Bool
  /// `[steps, units]`: the output where all are given.
  let states: Region
  /// Those of the states, or the states themselves where nobody needs them.
  let sums: Region
  /// Gradients of the sums, `[steps, units]`.
  let slopes: Region

  private var units: Int { recurrence.units }

  func forward(_ run: ChunkRun) {
    recurrence.begin(run, places.input, into: sums)
    for step in 0..<recurrence.steps {
      recurrence.add(run, states, before: step, to: sums)
      for image in 0..<run.images {
        let state = run.row(states, image: image, step, of: units)
        if function is any SumActivation {
          state.update(from: run.row(sums, image: image, step, of: units))
        }
        function.apply(state, rowLength: units)
      }
    }
    guard !returnsSequences else { return }
    for image in 0..<run.images {
      run.floats(places.output, image: image)
        .update(from: run.row(states, image: image, recurrence.steps - 1, of: units))
    }
  }

  func backward(_ run: ChunkRun) {
    let last = recurrence.steps - 1
    for step in (0...last).reversed() {
      if step < last {
        recurrence.stateSlopes(
          run, slopes, of: step + 1, into: run.block(slopes, from: step * units))
      }
      for image in 0..<run.images { finish(run, image, step, isLast: step == last) }
    }
    recurrence.finish(run, places, states: states, slopes: slopes)
  }

  /// Adds the output's gradient to that of an image's state, and goes on to its sums.
  private func finish(_ run: ChunkRun, _ image: Int, _ step: Int, isLast: Bool) {
    let slope = run.row(slopes, image: image, step, of: units)
    let place = returnsSequences ? step : 0
    if isLast {
      slope.update(from: run.row(places.outputGradient, image: image, place, of: units))
    } else if returnsSequences {
      run.kernels.add(
        Elements(run.row(places.outputGradient, image: image, place, of: units)), to: slope)
    }
    if let function = function as? any SumActivation {
      function.applyGradient(slope, sums: Elements(run.row(sums, image: image, step, of: units)))
    } else {
      function.applyGradient(
        slope, outputs: Elements(run.row(states, image: image, step, of: units)),
        rowLength: units)
    }
  }

  var formParts: Int { Recurrence.formParts }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>, derived: MutableElements<Float>
  ) { recurrence.refresh(part, kernels, weights, derived) }
}
