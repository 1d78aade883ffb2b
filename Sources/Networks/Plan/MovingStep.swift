/// A layer that only moves numbers, by a map that is made once.
struct MovingStep: PlanStep {
  let places: StepPlaces
  let map: IndexMap

  func forward(_ run: ChunkRun) {
    for image in 0..<run.images {
      map.forward(
        run.start(places.input) + image * places.input.perImage,
        to: run.start(places.output) + image * places.output.perImage)
    }
  }

  func backward(_ run: ChunkRun) {
    guard let before = places.inputGradient else { return }
    run.floats(before).update(repeating: 0)
    for image in 0..<run.images {
      map.backward(
        run.start(places.outputGradient) + image * places.outputGradient.perImage,
        to: run.start(before) + image * before.perImage)
    }
  }
}
