internal import Tensors

/// A layer that brings its own steps to a plan.
protocol PlannedLayer: Layer {
  /// Adds the steps of the layer, which may do the work of layers behind it as well.
  ///
  /// - Returns: the number of layers that the steps stand for, this one included.
  func lower(into plan: inout PlanBuilder, at site: PlanSite) -> Int
}

/// A layer's place in a model, as its lowering sees it.
struct PlanSite {
  let index: Int
  /// The shapes of one image; a layer that computes as another one may put others here.
  var inputShape: Shape
  var outputShape: Shape
  /// Whether training moves any of the layer's weights.
  let isTrained: Bool
  /// Whether a loss takes the layer's sums, so that its activation is left out.
  let leavesSums: Bool
  /// Whether a loss or a metric reads the layer's sums beside its output.
  let keepsSums: Bool
}

/// A layer whose output is its input, number by number, so that no step is needed.
protocol PassingLayer: PlannedLayer {}

extension PassingLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) -> Int { 1 }
}
