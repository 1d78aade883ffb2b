/// Truncated normal of variance 2 / (fan in + fan out) (Glorot and Bengio 2010).
public struct GlorotNormal: ScaledInitializer {
  public static let signature = Signature("GlorotNormal", [.seed])
  public static let aliases = ["glorot_normal"]
  public let scaling: VarianceScaling

  public init() { self.init(InitializerSeed()) }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(InitializerSeed(arguments))
  }

  private init(_ seed: InitializerSeed) {
    scaling = VarianceScaling(scale: 1, .fanAverage, .truncatedNormal, seed: seed)
  }
}
