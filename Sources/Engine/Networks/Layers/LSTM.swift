internal import Tensors

/// Long short-term memory (Hochreiter and Schmidhuber 1997) over `[steps, features]`, with Keras'
/// gates in the order input, forget, cell, output.
///
/// Weights: `kernel` `[features, 4 units]`, `recurrent_kernel` `[units, 4 units]`, `bias` `[4 units]`
/// whose forget part begins with ones. The gradient goes back through all steps.
struct LSTM: RecurrentLayer {
  static let signature = Signature.layer(
    "LSTM",
    RecurrentSettings.parameters(
      isGated: true, own: [Parameter("unit_forget_bias", .bool, default: .bool(true))]))
  static let gates = 4
  let settings: RecurrentSettings
  /// Nil for tanh and sigmoid.
  let functions: RecurrentFunctions?
  private let forgetsLittle: Bool

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try RecurrentSettings(arguments)
    functions = try RecurrentFunctions(arguments)
    forgetsLittle = arguments.bool("unit_forget_bias")
  }

  func weightSpecs(for input: Shape) -> [WeightSpec] {
    settings.weights(features: input[1], width: 4 * units, bias: [4 * units]) { rest in
      forgetsLittle ? ForgetOnes(rest: rest) : rest
    }
  }
}

/// Ones for the forget gate, as Keras begins it, and what was asked for the others.
struct ForgetOnes: Initializer {
  static let signature = Signature("ForgetOnes")
  private let rest: any Initializer

  init(_ arguments: BoundArguments) throws(ArgumentError) { self.init(rest: Zeros()) }

  init(rest: any Initializer) { self.rest = rest }

  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    let units = shape.count / 4
    var values = rest.values(for: shape, seed: seed, stream: stream)
    for place in units..<2 * units { values[place] = 1 }
    return values
  }
}

extension LSTM: KerasLayer {
  static let keras = KerasFacts(
    "rnn",
    config: KerasFacts.recurrent(
      "recurrent_activation use_bias kernel_initializer recurrent_initializer bias_initializer unit_forget_bias"
    ) + " seed", isWrittenBuilt: true, arguments: KerasFacts.ofKernels + ["input_dim"])
}
