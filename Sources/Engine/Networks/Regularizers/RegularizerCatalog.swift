/// Every regularizer that a notebook can name.
public enum RegularizerCatalog {
  /// In the order in which documentation and messages list them.
  public static let all: [any Regularizer.Type] = [
    L1.self,
    L2.self,
    L1L2.self,
  ]
}
