/// Every constraint that a notebook can name.
public enum ConstraintCatalog {
  /// In the order in which documentation and messages list them.
  public static let all: [any Constraint.Type] = [
    MaxNorm.self,
    NonNeg.self,
    UnitNorm.self,
    MinMaxNorm.self,
  ]
}
