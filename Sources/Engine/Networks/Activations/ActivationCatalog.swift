/// Every activation that a notebook can name.
public enum ActivationCatalog {
  /// In the order in which documentation and messages list them.
  public static let all: [any ActivationFunction.Type] = [
    Linear.self,
    ReLU.self,
    Softmax.self,
    Sigmoid.self,
    Tanh.self,
    LeakyRectifier.self,
    ReLU6.self,
    ExponentialLinear.self,
    SELU.self,
    Softplus.self,
    Softsign.self,
    Exponential.self,
    HardSigmoid.self,
    LogSoftmax.self,
    SiLU.self,
    HardSiLU.self,
    Mish.self,
    GELU.self,
  ]

  /// The activation of a name.
  ///
  /// - Throws: ``ArgumentError`` about the parameter `activation`.
  public static func make(_ name: String) throws(ArgumentError) -> any ActivationFunction {
    let made = try ComponentKind.activation.make(
      .string(name), callee: "activation", parameter: "activation", place: nil)
    guard let function = made as? any ActivationFunction else {
      preconditionFailure("ActivationCatalog made \(type(of: made))")
    }
    return function
  }
}
