/// Truncated normal of variance 1 / fan in (LeCun et al. 1998; Klambauer et al. 2017 for SELU).
struct LecunNormal: ScaledInitializer {
  static let signature = Signature("LecunNormal", [.seed])
  static let aliases = ["lecun_normal"]
  let scaling: VarianceScaling

  init() { self.init(InitializerSeed()) }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(InitializerSeed(arguments))
  }

  private init(_ seed: InitializerSeed) {
    scaling = VarianceScaling(scale: 1, .fanIn, .truncatedNormal, seed: seed)
  }
}
