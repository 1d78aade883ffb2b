internal import Memory

/// An activation as a step of its own.
struct ActivationStep: PlanStep {
  let places: StepPlaces
  let function: any ActivationFunction
  /// Numbers in a row of the last axis.
  let rowLength: Int

  func forward(_ run: ChunkRun) {
    let outputs = run.floats(places.output)
    outputs.update(from: run.floats(places.input))
    function.apply(outputs, rowLength: rowLength)
  }

  func backward(_ run: ChunkRun) {
    let slopes = run.floats(places.outputGradient)
    if let function = function as? any SumActivation {
      function.applyGradient(slopes, sums: Elements(run.floats(places.input)))
    } else {
      function.applyGradient(
        slopes, outputs: Elements(run.floats(places.output)), rowLength: rowLength)
    }
    guard let before = places.inputGradient else { return }
    run.floats(before).update(from: slopes)
  }
}
