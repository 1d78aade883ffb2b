/// Truncated normal of variance 1 / fan in (LeCun et al. 1998; Klambauer et al. 2017 for SELU).
public struct LecunNormal: ScaledInitializer {
  public static let signature = Signature("LecunNormal", [.seed])
  public static let aliases = ["lecun_normal"]
  public let scaling: VarianceScaling

  public init() { self.init(InitializerSeed()) }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(InitializerSeed(arguments))
  }

  private init(_ seed: InitializerSeed) {
    scaling = VarianceScaling(scale: 1, .fanIn, .truncatedNormal, seed: seed)
  }
}
