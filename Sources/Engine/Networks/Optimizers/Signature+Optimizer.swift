extension Signature {
  /// An optimizer's signature: the learning rate, `own`, and what every optimizer has.
  ///
  /// - Parameters:
  ///   - rate: the default of `learning_rate`, which Keras 1 and 2 spell `lr`.
  ///   - takesDecay: whether Keras 2's optimizer of this name has the argument `decay`.
  static func optimizer(
    _ name: String, rate: Double, _ own: [Parameter], takesDecay: Bool = true
  ) -> Signature {
    let first = Parameter(
      "learning_rate", .numberOr(.nonNegative, .schedule), default: .double(rate), aliases: ["lr"])
    let names = ["weight_decay"] + bounds + (takesDecay ? ["decay"] : [])
    let shared = names.filter { name in !own.contains { $0.name == name } }.map(optional)
    let title = Parameter(
      "name", .text, default: .some(.none), acceptsNone: true, keywordOnly: true)
    return Signature(name, [first] + own + shared + average + [title])
  }

  /// What asks for a running mean of the weights.
  private static let average = [
    Parameter("use_ema", .bool, default: .bool(false), keywordOnly: true),
    Parameter(
      "ema_momentum", .number(ValueRange(lower: 0, upper: 1)), default: .double(0.99),
      keywordOnly: true),
    Parameter(
      "ema_overwrite_frequency", .int(.count), default: .some(.none), acceptsNone: true,
      keywordOnly: true),
  ]

  /// The bounds for gradients, of which one can be given.
  static let bounds = ["clipnorm", "clipvalue", "global_clipnorm"]

  private static func optional(_ name: String) -> Parameter {
    Parameter(
      name, .number(.nonNegative), default: .some(.none), acceptsNone: true, keywordOnly: true)
  }
}

extension Parameter {
  /// A share that a running mean keeps at each step, at least 0 and below 1.
  static func rate(_ name: String, default value: Double) -> Parameter {
    Parameter(name, .number(.rate), default: .double(value))
  }

  /// `epsilon`, which older lessons give as `None` for Keras' own 1e-7.
  static var epsilon: Parameter {
    Parameter("epsilon", .number(.nonNegative), default: .double(1e-7), acceptsNone: true)
  }
}

extension BoundArguments {
  /// The parameter ``Parameter/epsilon``.
  var epsilon: Float { self["epsilon"]?.number.map { Float($0) } ?? 1e-7 }
}
