/// Truncated normal of variance 2 / fan in (He et al. 2015).
struct HeNormal: ScaledInitializer {
  static let signature = Signature("HeNormal", [.seed])
  static let aliases = ["he_normal"]
  let scaling: VarianceScaling

  init() { self.init(InitializerSeed()) }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(InitializerSeed(arguments))
  }

  private init(_ seed: InitializerSeed) {
    scaling = VarianceScaling(scale: 2, .fanIn, .truncatedNormal, seed: seed)
  }
}
