internal import Memory

/// The functions of a gated recurrent layer other than tanh and sigmoid, whose slopes follow from their values.
struct RecurrentFunctions: Sendable {
  /// Of the candidates and, in an LSTM, of the cells.
  let state: any ActivationFunction
  /// Of the gates.
  let gate: any ActivationFunction

  /// What a layer takes.
  static let parameters = [
    Parameter(
      "activation", .component(.activation), default: .string("tanh"), acceptsNone: true),
    Parameter(
      "recurrent_activation", .component(.activation), default: .string("sigmoid"),
      aliases: ["inner_activation"], acceptsNone: true),
  ]

  /// tanh and sigmoid.
  static let standard = RecurrentFunctions(state: Tanh(), gate: Sigmoid())

  private init(state: any ActivationFunction, gate: any ActivationFunction) {
    (self.state, self.gate) = (state, gate)
  }

  /// Nil for tanh and sigmoid, which have kernels.
  ///
  /// - Throws: ``ArgumentError`` for a function of whole rows, or one whose slope its value doesn't tell.
  init?(_ arguments: BoundArguments) throws(ArgumentError) {
    state = try Self.function("activation", arguments)
    gate = try Self.function("recurrent_activation", arguments)
    if state is Tanh, gate is Sigmoid { return nil }
  }

  private static func function(
    _ name: String, _ arguments: BoundArguments
  ) throws(ArgumentError) -> any ActivationFunction {
    let function = try arguments.activation(name)
    if type(of: function).mapsRows, let given = arguments[name] {
      throw arguments.error(name, .unsupported(got: given))
    }
    return function
  }
}
