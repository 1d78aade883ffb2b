internal import Tensors

/// A recurrent layer over `[steps, features]`: h ← activation(x · kernel + h · recurrent + bias),
/// from h = 0 (Elman 1990).
///
/// Weights: `kernel` `[features, units]`, `recurrent_kernel` `[units, units]`, `bias` `[units]`.
/// The gradient goes back through all steps.
struct SimpleRNN: RecurrentLayer {
  static let signature = Signature.layer(
    "SimpleRNN", RecurrentSettings.parameters(isGated: false))
  static let gates = 1
  let settings: RecurrentSettings
  let function: any ActivationFunction

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try RecurrentSettings(arguments)
    function = try arguments.activation("activation", keepsSums: true)
  }
}

extension SimpleRNN: KerasLayer {
  static let keras = KerasFacts(
    "rnn",
    config: KerasFacts.recurrent(
      "use_bias kernel_initializer recurrent_initializer bias_initializer"), isWrittenBuilt: true,
    arguments: KerasFacts.ofKernels + ["input_dim"])
}
