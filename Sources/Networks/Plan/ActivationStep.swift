/// An activation as a step of its own.
struct ActivationStep: PlanStep {
  let places: StepPlaces
  let function: any ActivationFunction
  /// Numbers in a row of the last axis.
  let rowLength: Int

  func forward(_ run: ChunkRun) {
    run.start(places.output).update(
      from: run.start(places.input), count: places.input.perImage * run.images)
    function.apply(run.floats(places.output), rowLength: rowLength)
  }

  func backward(_ run: ChunkRun) {
    let slopes = run.floats(places.outputGradient)
    if let function = function as? any SumActivation {
      function.applyGradient(slopes, sums: UnsafeBufferPointer(run.floats(places.input)))
    } else {
      function.applyGradient(
        slopes, outputs: UnsafeBufferPointer(run.floats(places.output)), rowLength: rowLength)
    }
    guard let before = places.inputGradient, let source = slopes.baseAddress else { return }
    run.start(before).update(from: source, count: slopes.count)
  }
}
