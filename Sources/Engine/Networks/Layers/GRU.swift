internal import Tensors

/// A gated recurrent unit (Cho et al. 2014) over `[steps, features]`, with Keras' gates in the order
/// update, reset, candidate, and the reset behind the state's product (`reset_after`) or before it.
///
/// Weights: `kernel` `[features, 3 units]`, `recurrent_kernel` `[units, 3 units]`, and where the reset stands behind
/// `bias` `[2, 3 units]`: one for the inputs' sums, one for the states'; else `[3 units]`. The gradient goes back
/// through all steps.
struct GRU: RecurrentLayer {
  static let signature = Signature.layer(
    "GRU",
    RecurrentSettings.parameters(
      isGated: true,
      last: [Parameter("reset_after", .bool, default: .bool(true), keywordOnly: true)]))
  static let gates = 3
  let settings: RecurrentSettings
  /// Nil for tanh and sigmoid.
  let functions: RecurrentFunctions?
  /// Whether the state is reset behind its product.
  let resetsAfter: Bool

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try RecurrentSettings(arguments)
    functions = try RecurrentFunctions(arguments)
    resetsAfter = arguments.bool("reset_after")
  }

  func weightSpecs(for input: Shape) -> [WeightSpec] {
    let width = 3 * units
    return settings.weights(
      features: input[1], width: width, bias: resetsAfter ? [2, width] : [width])
  }
}

extension GRU: KerasLayer {
  static let keras = KerasFacts(
    "rnn",
    config: KerasFacts.recurrent(
      "recurrent_activation use_bias kernel_initializer recurrent_initializer bias_initializer"
    ) + " reset_after seed", isWrittenBuilt: true,
    arguments: KerasFacts.ofKernels + ["input_dim"])
}
