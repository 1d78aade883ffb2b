internal import Kernels
internal import Memory
internal import Tensors

extension LayerNormalization: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) -> Int {
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
    return 1
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

  func forward(_ run: ChunkRun) {
    run.kernels.normalizeRows(
      rows: run.images * rows, columns: width, Elements(run.floats(places.input)),
      epsilon: epsilon, gamma: gamma(run),
      beta: Elements(beta.map { run.weights[$0...] } ?? run.derived[zeros...]),
      normal: run.floats(normal), inverse: run.floats(inverse), into: run.floats(places.output))
  }

  func backward(_ run: ChunkRun) {
    let slopes = Elements(run.floats(places.outputGradient))
    if isTrained, gamma != nil || beta != nil {
      run.kernels.addNormalizationSums(
        rows: run.images * rows, channels: width, gradient: slopes,
        normal: Elements(run.floats(normal)),
        slopes: beta.map { run.gradients[$0...] } ?? run.scratch(spareSums),
        products: gamma.map { run.gradients[$0...] } ?? run.scratch(spareSums))
    }
    guard let before = places.inputGradient else { return }
    run.kernels.normalizeRowsGradient(
      rows: run.images * rows, columns: width, slopes, normal: Elements(run.floats(normal)),
      inverse: Elements(run.floats(inverse)), gamma: gamma(run), into: run.floats(before))
  }

  private func gamma(_ run: ChunkRun) -> Elements<Float> {
    Elements(gamma.map { run.weights[$0...] } ?? run.derived[ones...])
  }

  var formParts: Int { gamma == nil ? 1 : 0 }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>,
    derived: MutableElements<Float>
  ) {
    derived[ones..<ones + width].update(repeating: 1)
  }
}
