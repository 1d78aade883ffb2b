public import Tensors

/// A recurrent layer over `[steps, features]`: h ← activation(x · kernel + h · recurrent + bias),
/// from h = 0 (Elman 1990).
///
/// Weights: `kernel` `[features, units]`, `recurrent_kernel` `[units, units]`, `bias` `[units]`.
/// The gradient goes back through all steps.
public struct SimpleRNN: Layer {
  public static let signature = Signature.layer(
    "SimpleRNN",
    [
      Parameter("units", .int(.count), aliases: ["output_dim"]),
      Parameter(
        "activation", .component(.activation), default: .string("tanh"), acceptsNone: true),
      Parameter("use_bias", .bool, default: .bool(true)),
      Parameter(
        "kernel_initializer", .component(.initializer), default: .string("glorot_uniform"),
        aliases: ["init"]),
      Parameter(
        "recurrent_initializer", .component(.initializer), default: .string("orthogonal"),
        aliases: ["inner_init"]),
      Parameter("bias_initializer", .component(.initializer), default: .string("zeros")),
      Parameter("return_sequences", .bool, default: .bool(false), keywordOnly: true),
    ])
  private let units: Int
  private let usesBias: Bool
  private let function: any ActivationFunction
  private let initializers: [any Initializer]
  private let returnsSequences: Bool

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    units = arguments.int("units")
    usesBias = arguments.bool("use_bias")
    function = try arguments.activation("activation")
    initializers = [
      try arguments.initializer("kernel_initializer"),
      try arguments.initializer("recurrent_initializer"),
      try arguments.initializer("bias_initializer"),
    ]
    returnsSequences = arguments.bool("return_sequences")
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 2 else {
      throw ShapeError("SimpleRNN", input: input, .wrongRank(expected: 2))
    }
    return returnsSequences ? [input[0], units] : [units]
  }

  public func weightSpecs(for input: Shape) -> [WeightSpec] {
    [
      WeightSpec("kernel", [input[1], units], initializers[0]),
      WeightSpec("recurrent_kernel", [units, units], initializers[1]),
    ] + (usesBias ? [WeightSpec("bias", [units], initializers[2])] : [])
  }

  /// Saves the states of all steps, `[batch, steps, units]`.
  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let (images, steps) = (input.shape[0], input.shape[1])
    var states = Tensor(zeros: [images, steps, units])
    var state = Tensor(zeros: [images, units])
    for step in 0..<steps {
      var sums = Tensor(zeros: [images, units])
      if usesBias { Bias.add(weights[2].values, to: &sums) }
      RowProducts.add(input.step(step), times: weights[0], to: &sums)
      RowProducts.add(state, times: weights[1], to: &sums)
      state = function.applied(to: sums)
      states.setStep(step, state)
    }
    return LayerOutput(returnsSequences ? states : state, saved: [states])
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let (images, steps, states) = (input.shape[0], input.shape[1], output.saved[0])
    var before = Tensor(zeros: input.shape)
    var moved = weights.map { Tensor(zeros: $0.shape) }
    var slopes = returnsSequences ? Tensor(zeros: [images, units]) : gradient
    for step in (0..<steps).reversed() {
      if returnsSequences { slopes.add(gradient.step(step)) }
      slopes = function.gradient(slopes, output: states.step(step))
      RowProducts.addOuter(input.step(step), slopes, to: &moved[0])
      if usesBias { moved[2].add(Bias.gradient(slopes)) }
      before.setStep(step, RowProducts.transposed(slopes, weights[0]))
      if step > 0 { RowProducts.addOuter(states.step(step - 1), slopes, to: &moved[1]) }
      slopes = RowProducts.transposed(slopes, weights[1])
    }
    return LayerGradients(input: before, weights: moved)
  }
}
