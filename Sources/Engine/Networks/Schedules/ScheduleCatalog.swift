/// Every learning rate schedule that a notebook can name.
public enum ScheduleCatalog {
  /// In the order in which documentation and messages list them.
  public static let all: [any LearningRateSchedule.Type] = [
    ExponentialDecay.self,
    InverseTimeDecay.self,
    PolynomialDecay.self,
    PiecewiseConstantDecay.self,
    CosineDecay.self,
    CosineDecayRestarts.self,
  ]
}
