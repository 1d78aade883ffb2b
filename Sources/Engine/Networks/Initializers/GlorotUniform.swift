/// Uniform in ±√(6 / (fan in + fan out)) (Glorot and Bengio 2010), Keras' default for kernels.
public struct GlorotUniform: ScaledInitializer {
  public static let signature = Signature("GlorotUniform", [.seed])
  public static let aliases = ["glorot_uniform"]
  public let scaling: VarianceScaling

  public init() { self.init(InitializerSeed()) }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(InitializerSeed(arguments))
  }

  private init(_ seed: InitializerSeed) {
    scaling = VarianceScaling(scale: 1, .fanAverage, .uniform, seed: seed)
  }
}
