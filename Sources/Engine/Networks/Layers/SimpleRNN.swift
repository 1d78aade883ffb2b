internal import Tensors

/// A recurrent layer over `[steps, features]`: h ← activation(x · kernel + h · recurrent + bias),
/// from h = 0 (Elman 1990).
///
/// Weights: `kernel` `[features, units]`, `recurrent_kernel` `[units, units]`, `bias` `[units]`.
/// The gradient goes back through all steps.
struct SimpleRNN: Layer {
  static let signature = Signature.layer(
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
    ] + WeightRules.parameters("kernel", "recurrent", "bias"))
  let units: Int
  let usesBias: Bool
  let function: any ActivationFunction
  private let initializers: [any Initializer]
  private let rules: [WeightRules]
  let returnsSequences: Bool

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    units = arguments.int("units")
    usesBias = arguments.bool("use_bias")
    function = try arguments.activation("activation", keepsSums: true)
    initializers = [
      try arguments.initializer("kernel_initializer"),
      try arguments.initializer("recurrent_initializer"),
      try arguments.initializer("bias_initializer"),
    ]
    rules = [
      try arguments.rules("kernel"), try arguments.rules("recurrent"),
      try arguments.rules("bias"),
    ]
    returnsSequences = arguments.bool("return_sequences")
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 2 else {
      throw ShapeError("SimpleRNN", input: input, .wrongRank(expected: 2))
    }
    return returnsSequences ? [input[0], units] : [units]
  }

  func weightSpecs(for input: Shape) -> [WeightSpec] {
    [
      WeightSpec("kernel", [input[1], units], initializers[0], rules[0]),
      WeightSpec("recurrent_kernel", [units, units], initializers[1], rules[1]),
    ] + (usesBias ? [WeightSpec("bias", [units], initializers[2], rules[2])] : [])
  }

  func productCount(for input: Shape, output: Shape) -> Int {
    Recurrence.productCount(of: self, for: input)
  }
}

extension SimpleRNN: KerasLayer {
  static let keras = KerasFacts(
    "rnn",
    config: KerasFacts.recurrent(
      "use_bias kernel_initializer recurrent_initializer bias_initializer"), isWrittenBuilt: true,
    arguments: KerasFacts.ofKernels + ["input_dim"])
}
