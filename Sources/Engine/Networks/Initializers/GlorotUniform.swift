/// Uniform in ±√(6 / (fan in + fan out)) (Glorot and Bengio 2010), Keras' default for kernels.
package struct GlorotUniform: ScaledInitializer {
  /// Keras' `GlorotUniform`, which takes a seed.
  package static let signature = Signature("GlorotUniform", [.seed])
  /// The name by which layers give it as their default.
  package static let aliases = ["glorot_uniform"]
  /// Scale 1 over the mean of both fans, uniform.
  let scaling: VarianceScaling

  /// The initializer of a layer that names none: it draws from the run's seed.
  package init() { self.init(InitializerSeed()) }

  /// Reads `seed`; nil draws from the run's.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(InitializerSeed(arguments))
  }

  private init(_ seed: InitializerSeed) {
    scaling = VarianceScaling(scale: 1, .fanAverage, .uniform, seed: seed)
  }
}
