/// Every loss that a notebook can name.
public enum LossCatalog {
  /// In the order in which documentation and messages list them.
  public static let all: [any Loss.Type] = [
    CategoricalCrossentropy.self,
    SparseCategoricalCrossentropy.self,
    BinaryCrossentropy.self,
    MeanSquaredError.self,
    MeanAbsoluteError.self,
    MeanAbsolutePercentageError.self,
    MeanSquaredLogarithmicError.self,
    KLDivergence.self,
    Poisson.self,
    Huber.self,
    LogCosh.self,
    CosineSimilarity.self,
    Hinge.self,
    SquaredHinge.self,
    CategoricalHinge.self,
    BinaryFocalCrossentropy.self,
    CategoricalFocalCrossentropy.self,
  ]

  /// The loss that a string names or a call makes.
  ///
  /// - Throws: ``ArgumentError`` about the parameter `loss` of `compile`.
  public static func make(_ value: ArgumentValue) throws(ArgumentError) -> any Loss {
    let made = try ComponentKind.loss.make(
      value, callee: "compile", parameter: "loss", place: .keyword("loss"))
    guard let loss = made as? any Loss else {
      preconditionFailure("LossCatalog made \(type(of: made))")
    }
    return loss
  }
}
