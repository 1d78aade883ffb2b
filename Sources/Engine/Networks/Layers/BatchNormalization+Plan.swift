internal import Tensors

extension BatchNormalization: PlannedLayer {
  /// True: what follows the scaling is done where it is.
  var takesActivation: Bool { true }

  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    let channels = site.outputShape.extents.last ?? 1
    let offsets = plan.weights(of: site).map(\.offset)
    let first = (scales ? 1 : 0) + (centers ? 1 : 0)
    plan.add(
      NormalizationStep(
        places: plan.advance(to: site.outputShape.count), channels: channels, epsilon: epsilon,
        momentum: (momentum, rest), isFrozen: isFrozen,
        parameters: .init(
          gamma: scales ? offsets[0] : nil, beta: centers ? offsets[first - 1] : nil,
          movingMean: offsets[first], movingVariance: offsets[first + 1]),
        derived: .init(
          inverse: plan.derivedMemory.reserve(channels), ones: plan.derivedMemory.reserve(channels),
          zeros: plan.zeros),
        shared: .init(
          images: plan.sharedMemory.reserve(2 * channels * plan.batch),
          mean: plan.sharedMemory.reserve(channels), variance: plan.sharedMemory.reserve(channels),
          inverse: plan.sharedMemory.reserve(channels), slopes: plan.sharedMemory.reserve(channels),
          products: plan.sharedMemory.reserve(channels)),
        normal: plan.memory.region(perImage: site.outputShape.count), function: plan.fused(site)))
    plan.addUnfused(site)
  }
}
