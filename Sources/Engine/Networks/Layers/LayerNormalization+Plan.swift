internal import Kernels
internal import Memory
internal import Tensors

extension LayerNormalization: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    let width = site.inputShape.extents.last ?? 1
    let rows = site.inputShape.count / max(width, 1)
    let offsets = plan.weights(of: site).map(\.offset)
    plan.add(
      RowNormalizationStep(
        places: plan.advance(to: site.outputShape.count), rows: rows, width: width,
        epsilon: epsilon, gamma: scales ? offsets[0] : nil, beta: centers ? offsets.last : nil,
        isTrained: site.isTrained, ones: plan.derivedMemory.reserve(width),
        zeros: plan.derivedMemory.reserve(width), spareSums: plan.scratch(width),
        normal: plan.memory.region(perImage: rows * width),
        inverse: plan.memory.region(perImage: rows)))
  }
}

/// Normalization of each row of an image by its own moments.
struct RowNormalizationStep: PlanStep {
  let places: StepPlaces
  /// Rows of an image.
  let rows: Int
  let width: Int
  let epsilon: Float
  /// Offsets of the weights; nil where the layer has none of the kind.
  let gamma: Int?
  let beta: Int?
  let isTrained: Bool
  /// Derived: what stands in for missing weights.
  let ones: Int
  let zeros: Int
  /// Where the gradient of a weight that doesn't exist goes.
  let spareSums: Region
  /// The normalized numbers, and each row's scale, kept for the gradient.
  let normal: Region
  let inverse: Region

  func forward(_ context: ChunkContext) {
    context.kernels.normalizeRows(
      rows: context.images * rows, columns: width, Elements(context.floats(places.input)),
      epsilon: epsilon, gamma: gamma(context),
      beta: Elements(beta.map { context.weights[$0...] } ?? context.derived[zeros...]),
      normal: context.floats(normal), inverse: context.floats(inverse),
      into: context.floats(places.output))
  }

  func backward(_ context: ChunkContext) {
    let slopes = Elements(context.floats(places.outputGradient))
    if isTrained, gamma != nil || beta != nil {
      context.kernels.addNormalizationSums(
        rows: context.images * rows, channels: width, gradient: slopes,
        normal: Elements(context.floats(normal)),
        slopes: beta.map { context.gradients[$0...] } ?? context.scratch(spareSums),
        products: gamma.map { context.gradients[$0...] } ?? context.scratch(spareSums))
    }
    guard let before = places.inputGradient else { return }
    context.kernels.normalizeRowsGradient(
      rows: context.images * rows, columns: width, slopes, normal: Elements(context.floats(normal)),
      inverse: Elements(context.floats(inverse)), gamma: gamma(context),
      into: context.floats(before))
  }

  private func gamma(_ context: ChunkContext) -> Elements<Float> {
    Elements(gamma.map { context.weights[$0...] } ?? context.derived[ones...])
  }

  var formParts: Int { gamma == nil ? 1 : 0 }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>,
    derived: MutableElements<Float>
  ) {
    derived[ones..<ones + width].update(repeating: 1)
  }
}
