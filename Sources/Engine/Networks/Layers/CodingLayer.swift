internal import Memory
internal import Tensors

/// A layer that sorts numbers into categories, which no gradient gets through.
protocol CodingLayer: PlannedLayer {
  /// How categories are told.
  var coding: CategoryCoding { get }
  /// The category of a number; nil for none.
  func category(of number: Float) -> Int?
}

extension CodingLayer {
  /// The coding's shape.
  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    try coding.outputShape(for: input, of: Self.signature.name)
  }

  /// Codes each sample.
  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let shape = Shape(Array(input.shape.extents.dropFirst()))
    let coded = (try? outputShape(for: shape)) ?? shape
    let samples = input.shape[0]
    var result = Tensor(zeros: Shape([samples] + coded.extents))
    result.values.withMutableElements { output in
      input.values.withElements { input in
        for sample in 0..<samples {
          code(
            input[sample * shape.count..<(sample + 1) * shape.count],
            to: output[sample * coded.count..<(sample + 1) * coded.count])
        }
      }
    }
    return LayerOutput(result)
  }

  /// Zeros: a number moved a little has the same category.
  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    LayerGradients(input: Tensor(zeros: input.shape))
  }

  fileprivate func code(_ input: Elements<Float>, to output: MutableElements<Float>) {
    coding.code(input.count, rows: output.count / coding.depth, to: output) { place in
      category(of: input[place])
    }
  }

  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    plan.add(CodingStep(places: plan.advance(to: site.outputShape.count), layer: self))
  }
}

/// Codes the numbers of each sample.
private struct CodingStep: PlanStep {
  let places: StepPlaces
  let layer: any CodingLayer

  func forward(_ context: ChunkContext) {
    for sample in 0..<context.images {
      layer.code(
        Elements(context.floats(places.input, image: sample)),
        to: context.floats(places.output, image: sample))
    }
  }

  func backward(_ context: ChunkContext) {
    if let before = places.inputGradient { context.clear(before) }
  }
}
