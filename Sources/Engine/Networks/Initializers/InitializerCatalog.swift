/// Every initializer that a notebook can name.
public enum InitializerCatalog {
  /// In the order in which documentation and messages list them.
  public static let all: [any Initializer.Type] = [
    Zeros.self,
    Ones.self,
    GlorotUniform.self,
    GlorotNormal.self,
    HeUniform.self,
    HeNormal.self,
    LecunUniform.self,
    LecunNormal.self,
    RandomNormal.self,
    RandomUniform.self,
    TruncatedNormal.self,
    VarianceScaling.self,
    Constant.self,
    Identity.self,
    Orthogonal.self,
  ]
}
