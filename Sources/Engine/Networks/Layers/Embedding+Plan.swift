internal import Kernels
internal import Memory
internal import Tensors

extension Embedding: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    plan.add(
      EmbeddingStep(
        places: plan.advance(to: site.outputShape.count), table: plan.weights(of: site)[0].offset,
        rows: rows, width: width, isTrained: site.isTrained))
  }
}

/// Rows of a table, gathered; their gradients are added to the rows'.
struct EmbeddingStep: PlanStep {
  let places: StepPlaces
  /// Offset of the weights, `[rows, width]`.
  let table: Int
  let rows: Int
  let width: Int
  let isTrained: Bool

  func forward(_ context: ChunkContext) {
    let outputs = context.floats(places.output)
    for (place, number) in context.floats(places.input).enumerated() {
      let output = outputs[place * width..<(place + 1) * width]
      if let row = Embedding.row(number, of: rows) {
        output.update(from: context.weights[part(row)])
      } else {
        output.update(repeating: .nan)
      }
    }
  }

  func backward(_ context: ChunkContext) {
    if isTrained {
      let slopes = Elements(context.floats(places.outputGradient))
      for (place, number) in context.floats(places.input).enumerated() {
        guard let row = Embedding.row(number, of: rows) else { continue }
        context.kernels.add(
          slopes[place * width..<(place + 1) * width], to: context.gradients[part(row)])
      }
    }
    if let before = places.inputGradient { context.clear(before) }
  }

  private func part(_ row: Int) -> Range<Int> {
    table + row * width..<table + (row + 1) * width
  }
}
