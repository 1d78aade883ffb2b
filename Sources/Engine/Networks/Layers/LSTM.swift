internal import Tensors

/// Long short-term memory (Hochreiter and Schmidhuber 1997) over `[steps, features]`, with Keras'
/// gates in the order input, forget, cell, output.
///
/// Weights: `kernel` `[features, 4 units]`, `recurrent_kernel` `[units, 4 units]`, `bias` `[4 units]`
/// whose forget part begins with ones. The gradient goes back through all steps.
struct LSTM: Layer {
  static let signature = Signature.layer(
    "LSTM",
    [
      Parameter("units", .int(.count), aliases: ["output_dim"]),
      Parameter("return_sequences", .bool, default: .bool(false), keywordOnly: true),
      RecurrentFunctions.parameters[0], RecurrentFunctions.parameters[1],
      Parameter(
        "kernel_initializer", .component(.initializer), default: .string("glorot_uniform"),
        keywordOnly: true),
      Parameter(
        "recurrent_initializer", .component(.initializer), default: .string("orthogonal"),
        keywordOnly: true),
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
    ]
    rules = [
      try arguments.rules("kernel"), try arguments.rules("recurrent"),
      try arguments.rules("bias"),
    ]
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 2 else { throw ShapeError("LSTM", input: input, .wrongRank(expected: 2)) }
    return returnsSequences ? [input[0], units] : [units]
  }

  func weightSpecs(for input: Shape) -> [WeightSpec] {
    [
      WeightSpec("kernel", [input[1], 4 * units], initializers[0], rules[0]),
      WeightSpec("recurrent_kernel", [units, 4 * units], initializers[1], rules[1]),
      WeightSpec("bias", [4 * units], ForgetOnes(), rules[2]),
    ]
  }

  func productCount(for input: Shape, output: Shape) -> Int {
    Recurrence.productCount(of: self, for: input)
  }
}

/// Zeros, but ones for the forget gate, as Keras begins it.
struct ForgetOnes: Initializer {
  static let signature = Signature("ForgetOnes")
  init() {}
  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    let units = shape.count / 4
    return (0..<shape.count).map { units..<2 * units ~= $0 ? 1 : 0 }
  }
}

extension LSTM: KerasLayer {
  static let keras = KerasFacts(
    "rnn",
    config: KerasFacts.recurrent(
      "recurrent_activation use_bias=True kernel_initializer recurrent_initializer bias_initializer=Zeros unit_forget_bias=True"
    ) + " seed", isWrittenBuilt: true, arguments: KerasFacts.ofKernels + ["input_dim"])
}
