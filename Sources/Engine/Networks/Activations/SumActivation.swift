internal import Memory
internal import Tensors

/// An activation whose slope can't be told from its value, so that its gradient reads the sums
/// that it was applied to.
protocol SumActivation: ActivationFunction {
  /// Turns the gradient for the output into the one for the sums, in place.
  func applyGradient(
    _ gradient: MutableElements<Float>, sums: Elements<Float>)
}

extension SumActivation {
  func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int
  ) {
    preconditionFailure("the gradient of \(Self.signature.name) needs the sums")
  }
}

extension ActivationFunction {
  /// What a layer gives that ends in this function; sums are kept where the gradient reads them.
  func output(of sums: Tensor, pass: LayerPass) -> LayerOutput {
    if pass.skipsActivation { return LayerOutput(sums) }
    return LayerOutput(applied(to: sums), saved: self is any SumActivation ? [sums] : [])
  }

  /// The gradient for the sums of ``output(of:pass:)``.
  func gradient(_ gradient: Tensor, output: LayerOutput, pass: LayerPass) -> Tensor {
    if pass.skipsActivation { return gradient }
    guard let function = self as? any SumActivation, let sums = output.saved.first else {
      return self.gradient(gradient, output: output.output)
    }
    var result = gradient
    result.values.withMutableElements { slopes in
      sums.values.withElements { function.applyGradient(slopes, sums: $0) }
    }
    return result
  }
}
