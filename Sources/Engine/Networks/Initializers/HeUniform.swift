/// Uniform in ±√(6 / fan in) (He et al. 2015).
struct HeUniform: ScaledInitializer {
  static let signature = Signature("HeUniform", [.seed])
  static let aliases = ["he_uniform"]
  let scaling: VarianceScaling

  init() { self.init(InitializerSeed()) }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(InitializerSeed(arguments))
  }

  private init(_ seed: InitializerSeed) {
    scaling = VarianceScaling(scale: 2, .fanIn, .uniform, seed: seed)
  }
}
