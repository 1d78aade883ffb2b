/// Several outputs that stand behind each other in one row made one.
struct MergeStep: PlanStep {
  let places: StepPlaces
  let row: MergeRow

  func forward(_ run: ChunkRun) {
    let (input, output) = (run.start(places.input), run.start(places.output))
    for image in 0..<run.images {
      row.forward(
        input + image * places.input.perImage, to: output + image * places.output.perImage)
    }
  }

  func backward(_ run: ChunkRun) {
    guard let before = places.inputGradient else { return }
    let (input, result) = (run.start(places.input), run.start(before))
    let slopes = run.start(places.outputGradient)
    for image in 0..<run.images {
      row.backward(
        slopes + image * places.outputGradient.perImage, input + image * places.input.perImage,
        to: result + image * before.perImage)
    }
  }
}
