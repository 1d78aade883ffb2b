/// Uniform in ±√(6 / fan in) (He et al. 2015).
public struct HeUniform: ScaledInitializer {
  public static let signature = Signature("HeUniform", [.seed])
  public static let aliases = ["he_uniform"]
  public let scaling: VarianceScaling

  public init() { self.init(InitializerSeed()) }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(InitializerSeed(arguments))
  }

  private init(_ seed: InitializerSeed) {
    scaling = VarianceScaling(scale: 2, .fanIn, .uniform, seed: seed)
  }
}
