package import Tensors

/// What a layer's outputs cost, as Keras' `activity_regularizer` has it: each sample adds the penalty of its
/// outputs to its loss, in training and where a model is judged. The outputs stay as they are.
package struct ActivityPenalty: Layer {
  /// One parameter, the regularizer; graphs make it, and no catalog has it.
  package static let signature = Signature(
    "ActivityPenalty",
    [Parameter("regularizer", .component(.regularizer), default: .some(.none), acceptsNone: true)])

  /// The rule that a sample's outputs are held against.
  let penalty: WeightPenalty

  /// - Throws: ``ArgumentError`` where the regularizer can't be made; `None` costs nothing.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    penalty = try arguments.penalty("regularizer") ?? WeightPenalty()
  }

  /// The penalty of a regularizer that a program gave by its name or made.
  ///
  /// - Throws: ``ArgumentError`` where the regularizer can't be made.
  package init(_ regularizer: ArgumentValue) throws(ArgumentError) {
    let call = ArgumentCall(
      Self.signature.name, keywords: [.init("regularizer", regularizer)])
    try self.init(Self.signature.bind(call))
  }

  /// True: what an output remembers, it remembers still.
  package func returnsInput(training: Bool) -> Bool { true }

  /// The input's shape.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape { input }

  /// The input itself; saves what each sample costs and, where the activation before it was left out, the
  /// activation's numbers.
  package func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let outputs = pass.skippedFunction?.applied(to: input) ?? input
    let (images, values) = (input.shape[0], outputs.values)
    let size = values.count / max(images, 1)
    let costs = (0..<images).map {
      Float(penalty.value(of: Array(values[$0 * size..<($0 + 1) * size])))
    }
    return LayerOutput(input, saved: [Tensor([images], costs), outputs])
  }

  /// The gradient with the slopes of the mean penalty over the batch's samples.
  package func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let outputs = output.saved[1]
    let share = 1 / Float(max(input.shape[0], 1))
    var slopes = Tensor(input.shape, outputs.values.map { penalty.slope(at: $0) * share })
    if let function = pass.skippedFunction {
      slopes = function.gradient(slopes, output: outputs)
    }
    return LayerGradients(
      input: Tensor(input.shape, zip(gradient.values, slopes.values).map { $0 + $1 }))
  }
}
