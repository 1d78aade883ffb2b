internal import Tensors

/// A layer over `[steps, channels]` that computes as a two-dimensional one does over images of one
/// column, `[steps, 1, channels]`.
protocol RowLayer: Layer {
  /// The layer that computes; its windows are one column wide.
  var plane: any Layer { get }
}

extension RowLayer {
  public var activation: (any ActivationFunction)? { plane.activation }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    let name = Self.signature.name
    guard input.rank == 2 else { throw ShapeError(name, input: input, .wrongRank(expected: 2)) }
    do {
      return try plane.outputShape(for: input.withColumn(after: 1)).withoutColumn(after: 1)
    } catch {
      guard case .windowTooLarge(let window) = error.problem else {
        throw ShapeError(name, input: input, error.problem)
      }
      throw ShapeError(name, input: input, .windowTooLarge(window: [window[0]]))
    }
  }

  public func weightSpecs(for input: Shape) -> [WeightSpec] {
    plane.weightSpecs(for: input.withColumn(after: 1)).map { spec in
      WeightSpec(
        spec.name, spec.shape.rank == 4 ? spec.shape.withoutColumn(after: 1) : spec.shape,
        spec.initializer, isTrainable: spec.isTrainable, penalty: spec.penalty)
    }
  }

  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    var result = plane.forward(
      input.withColumn(after: 2), weights: widened(weights), pass: pass)
    result.output = result.output.reshaped(to: result.output.shape.withoutColumn(after: 2))
    return result
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    // A global pooling has no steps left in its output, which stays as it is.
    var wide = output
    if output.output.shape.rank == 3 { wide.output = output.output.withColumn(after: 2) }
    var result = plane.backward(
      gradient.reshaped(to: wide.output.shape), input: input.withColumn(after: 2), output: wide,
      weights: widened(weights), pass: pass)
    result.input = result.input?.reshaped(to: input.shape)
    result.weights = zip(result.weights, weights).map { $0?.reshaped(to: $1.shape) }
    return result
  }

  private func widened(_ weights: [Tensor]) -> [Tensor] {
    weights.map { $0.shape.rank == 3 ? $0.withColumn(after: 1) : $0 }
  }
}

extension Shape {
  /// The shape with an axis of extent 1 after the first `count` ones.
  fileprivate func withColumn(after count: Int) -> Shape {
    Shape(Array(extents[..<count]) + [1] + Array(extents[count...]))
  }

  /// The shape without the axis after the first `count` ones, where it has one before its last.
  fileprivate func withoutColumn(after count: Int) -> Shape {
    guard rank > count + 1 else { return self }
    return Shape(Array(extents[..<count]) + Array(extents[(count + 1)...]))
  }
}

extension Tensor {
  fileprivate func withColumn(after count: Int) -> Tensor {
    reshaped(to: shape.withColumn(after: count))
  }
}
