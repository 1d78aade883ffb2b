/// Uniform in ±√(3 / fan in) (LeCun et al. 1998).
public struct LecunUniform: ScaledInitializer {
  public static let signature = Signature("LecunUniform", [.seed])
  public static let aliases = ["lecun_uniform"]
  public let scaling: VarianceScaling

  public init() { self.init(InitializerSeed()) }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(InitializerSeed(arguments))
  }

  private init(_ seed: InitializerSeed) {
    scaling = VarianceScaling(scale: 1, .fanIn, .uniform, seed: seed)
  }
}
