internal import Memory

/// Several outputs that stand behind each other in one row made one.
struct MergeStep: PlanStep {
  let places: StepPlaces
  let row: MergeRow

  func forward(_ run: ChunkRun) {
    for image in 0..<run.images {
      row.forward(
        Elements(run.floats(places.input, image: image)),
        to: run.floats(places.output, image: image))
    }
  }

  func backward(_ run: ChunkRun) {
    guard let before = places.inputGradient else { return }
    for image in 0..<run.images {
      row.backward(
        Elements(run.floats(places.outputGradient, image: image)),
        Elements(run.floats(places.input, image: image)), to: run.floats(before, image: image))
    }
  }
}
