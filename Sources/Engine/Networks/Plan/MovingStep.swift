internal import Memory

/// A layer that only moves numbers, by a map that is made once.
struct MovingStep: PlanStep {
  let places: StepPlaces
  let map: IndexMap

  func forward(_ run: ChunkRun) {
    for image in 0..<run.images {
      map.forward(
        Elements(run.floats(places.input, image: image)),
        to: run.floats(places.output, image: image))
    }
  }

  func backward(_ run: ChunkRun) {
    guard let before = places.inputGradient else { return }
    run.floats(before).update(repeating: 0)
    for image in 0..<run.images {
      map.backward(
        Elements(run.floats(places.outputGradient, image: image)),
        to: run.floats(before, image: image))
    }
  }
}
