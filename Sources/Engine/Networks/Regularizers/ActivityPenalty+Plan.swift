internal import Memory
internal import Tensors

extension ActivityPenalty: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    let (size, costs) = (site.outputShape.count, plan.memory.region(perImage: 1))
    plan.activityCosts.append(costs)
    plan.add(
      ActivityPenaltyStep(
        places: plan.advance(to: size), penalty: penalty,
        function: site.leavesSums
          ? RememberedSums.activation(before: site.index, plan.model) : nil,
        rowLength: site.outputShape.extents.last ?? 1, costs: costs,
        numbers: plan.memory.region(perImage: size), slopes: plan.memory.region(perImage: size)))
  }
}

/// Hands outputs on and notes what those of each image cost.
private struct ActivityPenaltyStep: PlanStep {
  let places: StepPlaces
  let penalty: WeightPenalty
  /// The activation that was left out before; nil where the outputs are its numbers.
  let function: (any ActivationFunction)?
  let rowLength: Int
  let costs: Region
  /// What the penalty is of, and its slopes.
  let numbers: Region
  let slopes: Region

  func forward(_ context: ChunkContext) {
    let numbers = context.floats(numbers)
    numbers.update(from: context.floats(places.input))
    context.floats(places.output).update(from: numbers)
    function?.apply(numbers, rowLength: rowLength)
    let costs = context.floats(costs)
    for image in 0..<context.images {
      costs[image] = Float(
        penalty.value(of: Elements(context.floats(self.numbers, image: image))))
    }
  }

  func backward(_ context: ChunkContext) {
    guard let before = places.inputGradient else { return }
    let share = 1 / Float(max(context.batchImages, 1))
    let (numbers, slopes) = (context.floats(numbers), context.floats(slopes))
    for index in slopes.indices { slopes[index] = penalty.slope(at: numbers[index]) * share }
    function?.applyGradient(slopes, outputs: Elements(numbers), rowLength: rowLength)
    let (result, after) = (context.floats(before), context.floats(places.outputGradient))
    for index in result.indices { result[index] = after[index] + slopes[index] }
  }
}
