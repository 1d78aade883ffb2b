/// Truncated normal of variance 2 / fan in (He et al. 2015).
public struct HeNormal: ScaledInitializer {
  public static let signature = Signature("HeNormal", [.seed])
  public static let aliases = ["he_normal"]
  public let scaling: VarianceScaling

  public init() { self.init(InitializerSeed()) }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(InitializerSeed(arguments))
  }

  private init(_ seed: InitializerSeed) {
    scaling = VarianceScaling(scale: 2, .fanIn, .truncatedNormal, seed: seed)
  }
}
