internal import Memory

/// Several outputs that stand behind each other in one row made one.
struct MergeStep: PlanStep {
  let places: StepPlaces
  let row: MergeRow

  func forward(_ context: ChunkContext) {
    for image in 0..<context.images {
      row.forward(
        Elements(context.floats(places.input, image: image)),
        to: context.floats(places.output, image: image))
    }
  }

  func backward(_ context: ChunkContext) {
    guard let before = places.inputGradient else { return }
    for image in 0..<context.images {
      row.backward(
        Elements(context.floats(places.outputGradient, image: image)),
        Elements(context.floats(places.input, image: image)),
        to: context.floats(before, image: image))
    }
  }
}
