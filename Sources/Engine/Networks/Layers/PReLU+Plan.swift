internal import Kernels
internal import Memory
internal import Tensors

extension PReLU: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    let count = site.inputShape.count
    plan.add(
      PReLUStep(
        places: plan.advance(to: count), weight: plan.weights(of: site)[0],
        sources: places(Shape([1] + site.inputShape.extents)), isTrained: site.isTrained,
        alphas: plan.derivedMemory.reserve(count), sums: plan.scratch(count)))
  }
}

/// A slope for numbers below zero, learned for each of an image or for several together.
struct PReLUStep: PlanStep {
  let places: StepPlaces
  let weight: PlanParameter
  /// For each number of an image the place of its α.
  let sources: [Int]
  let isTrained: Bool
  /// Derived: the α of each number.
  let alphas: Int
  /// The chunk's sums for each number.
  let sums: Region

  func forward(_ context: ChunkContext) {
    for image in 0..<context.images {
      context.kernels.prelu(
        Elements(context.floats(places.input, image: image)),
        alpha: Elements(context.derived[alphas...]),
        into: context.floats(places.output, image: image))
    }
  }

  func backward(_ context: ChunkContext) {
    let sums = context.scratch(sums)
    sums.update(repeating: 0)
    for image in 0..<context.images {
      context.kernels.preluGradient(
        Elements(context.floats(places.outputGradient, image: image)),
        input: Elements(context.floats(places.input, image: image)),
        alpha: Elements(context.derived[alphas...]), alphaGradient: sums,
        into: places.inputGradient.map { context.floats($0, image: image) })
    }
    guard isTrained else { return }
    let slopes = context.gradients[weight.range]
    for (place, source) in sources.enumerated() { slopes[source] += sums[place] }
  }

  var formParts: Int { 1 }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>,
    derived: MutableElements<Float>
  ) {
    for (place, source) in sources.enumerated() {
      derived[alphas + place] = weights[weight.offset + source]
    }
  }
}
