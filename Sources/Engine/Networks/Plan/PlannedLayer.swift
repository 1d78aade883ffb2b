internal import Tensors

/// A layer that brings its own steps to a plan.
protocol PlannedLayer: Layer {
  /// Whether the layer's steps can end in an activation that isn't its own.
  var takesActivation: Bool { get }
  /// Adds the steps of the layer. They may do the work of layers behind it as well, which ``PlanBuilder/join()`` takes in.
  func lower(into plan: inout PlanBuilder, at site: PlanSite)
}

extension PlannedLayer {
  /// True where the layer could have had one and has none.
  var takesActivation: Bool { activation is Linear }
}

/// A layer's place in a model, as its lowering sees it.
struct PlanSite {
  let index: Int
  /// The shapes of one image; a layer that computes as another one may put others here.
  var inputShape: Shape
  var outputShape: Shape
  /// Whether training moves any of the layer's weights.
  let isTrained: Bool
  /// What is made of the layer's sums: its own activation, or that of a layer behind it which alone reads them; nil for
  /// a layer that ends in none.
  let function: (any ActivationFunction)?
  /// Whether a loss takes the sums, so that the activation is left out.
  let leavesSums: Bool
  /// Whether a loss or a metric reads the sums beside the output.
  let keepsSums: Bool
}

/// A layer whose output is its input, number by number, so that no step is needed.
protocol PassingLayer: PlannedLayer {}

extension PassingLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {}
}
