internal import Tensors

/// A layer over `[steps, channels]` that computes as a two-dimensional one does over images of one
/// row, `[1, steps, channels]`.
protocol RowLayer: PlannedLayer {
  /// The layer that computes; its windows are one row high.
  var plane: any PlannedLayer { get }
}

extension RowLayer {
  /// The plane's: a layer over steps ends as the one over images does.
  var activation: (any ActivationFunction)? { plane.activation }
  /// The plane's.
  var takesActivation: Bool { plane.takesActivation }

  /// `[steps, channels]` as the plane's rule gives it for one row.
  ///
  /// - Throws: ``ShapeError`` in the words of this layer, with windows of one extent.
  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    let name = Self.signature.name
    guard input.rank == 2 else { throw ShapeError(name, input: input, .wrongRank(expected: 2)) }
    do {
      return try plane.outputShape(for: input.asImage).asRow
    } catch {
      guard case .windowTooLarge(let window) = error.problem else {
        throw ShapeError(name, input: input, error.problem)
      }
      throw ShapeError(name, input: input, .windowTooLarge(window: [window[1]]))
    }
  }

  /// The plane's weights without the axis of rows: kernels `[steps, in, out]`.
  func weightSpecs(for input: Shape) -> [WeightSpec] {
    plane.weightSpecs(for: input.asImage).map { spec in
      WeightSpec(
        spec.name, spec.shape.rank == 4 ? spec.shape.asRow : spec.shape,
        spec.initializer, isTrainable: spec.isTrainable, penalty: spec.penalty,
        constraint: spec.constraint)
    }
  }

  /// Computes in the plane and takes the axis of rows off again.
  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    var result = plane.forward(input.asImages, weights: widened(weights), pass: pass)
    result.output = result.output.reshaped(to: result.output.shape.asRows)
    return result
  }

  /// Computes in the plane; gradients come back in the shapes of this layer's input and weights.
  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    // A global pooling has no steps left in its output, which stays as it is.
    var wide = output
    if output.output.shape.rank == 3 { wide.output = output.output.asImages }
    var result = plane.backward(
      gradient.reshaped(to: wide.output.shape), input: input.asImages, output: wide,
      weights: widened(weights), pass: pass)
    result.input = result.input?.reshaped(to: input.shape)
    result.weights = zip(result.weights, weights).map { $0?.reshaped(to: $1.shape) }
    return result
  }

  private func widened(_ weights: [Tensor]) -> [Tensor] {
    weights.map { $0.shape.rank == 3 ? $0.reshaped(to: $0.shape.asImage) : $0 }
  }

  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    var wide = site
    wide.inputShape = site.inputShape.asImage
    if site.outputShape.rank == 2 { wide.outputShape = site.outputShape.asImage }
    plane.lower(into: &plan, at: wide)
  }
}

extension Shape {
  /// `[steps, …]` with a row's axis before it.
  fileprivate var asImage: Shape { Shape([1] + extents) }

  /// ``asImage`` taken back; what has no such axis stays.
  fileprivate var asRow: Shape { rank > 2 ? Shape(Array(extents.dropFirst())) : self }

  /// ``asRow`` behind a batch's axis.
  fileprivate var asRows: Shape {
    rank > 3 ? Shape([extents[0]] + extents.dropFirst(2)) : self
  }
}

extension Tensor {
  /// `[batch, steps, channels]` as images of one row.
  fileprivate var asImages: Tensor {
    reshaped(to: Shape([shape[0], 1] + shape.extents.dropFirst()))
  }
}
