/// Every optimizer that a notebook can name.
public enum OptimizerCatalog {
  /// In the order in which documentation and messages list them.
  public static let all: [any Optimizer.Type] = [
    SGD.self,
    RMSprop.self,
    Adam.self,
    AdamW.self,
    Adamax.self,
    Nadam.self,
    Adagrad.self,
    Adadelta.self,
    Lion.self,
    Ftrl.self,
    Lamb.self,
    Muon.self,
  ]

  /// The optimizer that a string names or a call makes.
  ///
  /// - Throws: ``ArgumentError`` about the parameter `optimizer` of `compile`.
  public static func make(_ value: ArgumentValue) throws(ArgumentError) -> any Optimizer {
    let made = try ComponentKind.optimizer.make(
      value, callee: "compile", parameter: "optimizer", place: .keyword("optimizer"))
    guard let optimizer = made as? any Optimizer else {
      preconditionFailure("OptimizerCatalog made \(type(of: made))")
    }
    return optimizer
  }
}
