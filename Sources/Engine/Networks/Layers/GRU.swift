internal import Tensors

/// A gated recurrent unit (Cho et al. 2014) over `[steps, features]`, with Keras' gates in the order
/// update, reset, candidate, and the reset behind the state's product (`reset_after`).
///
/// Weights: `kernel` `[features, 3 units]`, `recurrent_kernel` `[units, 3 units]`, `bias` `[2, 3 units]`:
/// one for the inputs' sums, one for the states'. The gradient goes back through all steps.
struct GRU: Layer {
  static let signature = Signature.layer(
    "GRU",
    [
      Parameter("units", .int(.count), aliases: ["output_dim"]),
      RecurrentFunctions.parameters[0], RecurrentFunctions.parameters[1],
      Parameter(
        "kernel_initializer", .component(.initializer), default: .string("glorot_uniform"),
        keywordOnly: true),
      Parameter(
        "recurrent_initializer", .component(.initializer), default: .string("orthogonal"),
        keywordOnly: true),
      Parameter(
        "bias_initializer", .component(.initializer), default: .string("zeros"),
        keywordOnly: true),
      Parameter("return_sequences", .bool, default: .bool(false), keywordOnly: true),
    ] + WeightRules.parameters("kernel", "recurrent", "bias"))
  let units: Int
  /// Nil for tanh and sigmoid.
  let functions: RecurrentFunctions?
  private let initializers: [any Initializer]
  private let rules: [WeightRules]
  let returnsSequences: Bool

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    units = arguments.int("units")
    functions = try RecurrentFunctions(arguments)
    returnsSequences = arguments.bool("return_sequences")
    initializers = [
      try arguments.initializer("kernel_initializer"),
      try arguments.initializer("recurrent_initializer"),
      try arguments.initializer("bias_initializer"),
    ]
    rules = [
      try arguments.rules("kernel"), try arguments.rules("recurrent"),
      try arguments.rules("bias"),
    ]
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 2 else { throw ShapeError("GRU", input: input, .wrongRank(expected: 2)) }
    return returnsSequences ? [input[0], units] : [units]
  }

  func weightSpecs(for input: Shape) -> [WeightSpec] {
    [
      WeightSpec("kernel", [input[1], 3 * units], initializers[0], rules[0]),
      WeightSpec("recurrent_kernel", [units, 3 * units], initializers[1], rules[1]),
      WeightSpec("bias", [2, 3 * units], initializers[2], rules[2]),
    ]
  }

  func productCount(for input: Shape, output: Shape) -> Int {
    Recurrence.productCount(of: self, for: input)
  }
}

extension GRU: KerasLayer {
  static let keras = KerasFacts(
    "rnn",
    config: KerasFacts.recurrent(
      "recurrent_activation use_bias=True kernel_initializer recurrent_initializer bias_initializer"
    ) + " reset_after=True seed", isWrittenBuilt: true,
    arguments: KerasFacts.ofKernels + ["input_dim"])
}
