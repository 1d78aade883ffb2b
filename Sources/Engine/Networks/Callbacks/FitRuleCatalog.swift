/// Every rule that a notebook can name.
public enum FitRuleCatalog {
  /// In the order in which documentation and messages list them.
  public static let all: [any FitRule.Type] = [
    EarlyStoppingRule.self,
    PlateauRule.self,
    ScheduleRule.self,
  ]

  /// The rule that a string names or a call makes.
  ///
  /// - Throws: ``ArgumentError`` about the parameter `callbacks` of `fit`.
  public static func make(_ value: ArgumentValue) throws(ArgumentError) -> any FitRule {
    let made = try ComponentKind.callback.make(
      value, callee: "fit", parameter: "callbacks", place: .keyword("callbacks"))
    guard let rule = made as? any FitRule else {
      preconditionFailure("FitRuleCatalog made \(type(of: made))")
    }
    return rule
  }
}
