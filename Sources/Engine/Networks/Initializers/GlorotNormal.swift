/// Truncated normal of variance 2 / (fan in + fan out) (Glorot and Bengio 2010).
struct GlorotNormal: ScaledInitializer {
  static let signature = Signature("GlorotNormal", [.seed])
  static let aliases = ["glorot_normal"]
  let scaling: VarianceScaling

  init() { self.init(InitializerSeed()) }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(InitializerSeed(arguments))
  }

  private init(_ seed: InitializerSeed) {
    scaling = VarianceScaling(scale: 1, .fanAverage, .truncatedNormal, seed: seed)
  }
}
