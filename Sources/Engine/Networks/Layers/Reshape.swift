package import Tensors

/// The same numbers in another shape; one extent may be -1, for what is left.
package struct Reshape: Layer {
  /// Keras' `Reshape`, whose `target_shape` leaves the batch's axis out.
  package static let signature = Signature.layer(
    "Reshape", [Parameter("target_shape", .numbers(ValueRange(lower: -1, upper: 1e9)))])
  private let target: [Int]

  /// Reads the target; whether it fits, an input's shape tells.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    target = (arguments["target_shape"]?.numbers ?? []).map { Int($0) }
  }

  /// The target, with what is left in place of -1.
  ///
  /// - Throws: ``ShapeError`` where the numbers don't fit, or two extents are open.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    let open = target.count { $0 < 0 }
    guard open <= 1, let known = SizeLimit.count(target.filter { $0 >= 0 }),
      open == 0 ? known == input.count : known > 0 && input.count % known == 0
    else {
      throw ShapeError(
        "Reshape", input: input, .differsFromInput(declared: Shape(target.map { max($0, 1) })))
    }
    return Shape(target.map { $0 < 0 ? input.count / known : $0 })
  }

  /// The same numbers in the new shape, batch first.
  package func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let shape = Shape(Array(input.shape.extents.dropFirst()))
    let output = (try? outputShape(for: shape)) ?? shape
    return LayerOutput(Tensor(Shape([input.shape[0]] + output.extents), input.values))
  }

  /// The gradient in the input's shape.
  package func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    LayerGradients(input: Tensor(input.shape, gradient.values))
  }
}

extension Reshape: KerasLayer {
  /// A layer of `keras.src.layers.reshaping`, whose configuration has the target.
  package static let keras = KerasFacts(
    "reshaping", config: "target_shape")
}
