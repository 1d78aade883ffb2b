/// Every activation that a notebook can name.
public enum ActivationCatalog {
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
  ]
}
