internal import Memory

/// An activation as a step of its own.
struct ActivationStep: PlanStep {
  let places: StepPlaces
  let function: any ActivationFunction
  /// Numbers in a row of the last axis.
  let rowLength: Int

  func forward(_ context: ChunkContext) {
    let outputs = context.floats(places.output)
    outputs.update(from: context.floats(places.input))
    function.apply(outputs, rowLength: rowLength)
  }

  func backward(_ context: ChunkContext) {
    let slopes = context.floats(places.outputGradient)
    if let function = function as? any SumActivation {
      function.applyGradient(slopes, sums: Elements(context.floats(places.input)))
    } else {
      function.applyGradient(
        slopes, outputs: Elements(context.floats(places.output)), rowLength: rowLength)
    }
    guard let before = places.inputGradient else { return }
    context.floats(before).update(from: slopes)
  }
}
