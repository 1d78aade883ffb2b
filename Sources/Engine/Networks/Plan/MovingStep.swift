internal import Memory

/// A layer that maps each image alike, by a map that is made once.
struct MovingStep: PlanStep {
  let places: StepPlaces
  let map: any ImageMap

  func forward(_ context: ChunkContext) {
    for image in 0..<context.images {
      map.forward(
        Elements(context.floats(places.input, image: image)),
        to: context.floats(places.output, image: image))
    }
  }

  func backward(_ context: ChunkContext) {
    guard let before = places.inputGradient else { return }
    context.floats(before).update(repeating: 0)
    for image in 0..<context.images {
      map.backward(
        Elements(context.floats(places.outputGradient, image: image)),
        to: context.floats(before, image: image))
    }
  }
}
