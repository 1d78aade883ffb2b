/// Uniform in ±√(6 / (fan in + fan out)) (Glorot and Bengio 2010), Keras' default for kernels.
package struct GlorotUniform: ScaledInitializer {
  package static let signature = Signature("GlorotUniform", [.seed])
  package static let aliases = ["glorot_uniform"]
  package let scaling: VarianceScaling

  package init() { self.init(InitializerSeed()) }

  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(InitializerSeed(arguments))
  }

  private init(_ seed: InitializerSeed) {
    scaling = VarianceScaling(scale: 1, .fanAverage, .uniform, seed: seed)
  }
}
