/// Uniform in ±√(3 / fan in) (LeCun et al. 1998).
struct LecunUniform: ScaledInitializer {
  static let signature = Signature("LecunUniform", [.seed])
  static let aliases = ["lecun_uniform"]
  let scaling: VarianceScaling

  init() { self.init(InitializerSeed()) }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(InitializerSeed(arguments))
  }

  private init(_ seed: InitializerSeed) {
    scaling = VarianceScaling(scale: 1, .fanIn, .uniform, seed: seed)
  }
}
