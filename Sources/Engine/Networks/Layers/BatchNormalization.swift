package import Tensors

/// γ (x - mean) / √(variance + ε) + β for each channel, the last axis (Ioffe and Szegedy 2015).
///
/// Training uses the batch's biased moments and moves the moving ones towards them:
/// moving ← momentum · moving + (1 - momentum) · batch. Inference uses the moving moments, and so
/// does training where the layer is frozen, as in Keras since version 2.
/// Weights: `gamma`, `beta`, `moving_mean`, `moving_variance`, each `[channels]`.
package struct BatchNormalization: Layer {
  /// Keras' `BatchNormalization`, over the last axis alone.
  package static let signature = Signature.layer(
    "BatchNormalization",
    [
      Parameter("axis", .int(ValueRange(lower: -1, upper: -1)), default: .int(-1)),
      Parameter("momentum", .number(ValueRange(lower: 0, upper: 1)), default: .double(0.99)),
      Parameter("epsilon", .number(.positive), default: .double(1e-3)),
      Parameter("center", .bool, default: .bool(true)),
      Parameter("scale", .bool, default: .bool(true)),
      Parameter("beta_initializer", .component(.initializer), default: .string("zeros")),
      Parameter("gamma_initializer", .component(.initializer), default: .string("ones")),
      Parameter("moving_mean_initializer", .component(.initializer), default: .string("zeros")),
      Parameter("moving_variance_initializer", .component(.initializer), default: .string("ones")),
    ] + WeightRules.parameters("beta", "gamma"))
  /// The share that the moving moments keep at each step, from 0 to 1.
  package let momentum: Float
  /// 1 - momentum.
  let rest: Float
  /// ε, added to the variance under the root; above 0.
  package let epsilon: Float
  /// Whether β is added.
  package let centers: Bool
  /// Whether γ is multiplied with.
  package let scales: Bool
  /// Of γ, β and the two moving moments.
  private let initializers: [any Initializer]
  private let betaRules: WeightRules
  private let gammaRules: WeightRules
  /// Whether training, too, uses the moving moments and leaves them.
  package private(set) var isFrozen = false

  /// Reads Keras' arguments; 1 - momentum is rounded once.
  ///
  /// - Throws: ``ArgumentError`` where an initializer, a regularizer or a constraint can't be made.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    momentum = arguments.float("momentum")
    rest = arguments.complement("momentum")
    epsilon = arguments.float("epsilon")
    centers = arguments.bool("center")
    scales = arguments.bool("scale")
    initializers = [
      try arguments.initializer("gamma_initializer"), try arguments.initializer("beta_initializer"),
      try arguments.initializer("moving_mean_initializer"),
      try arguments.initializer("moving_variance_initializer"),
    ]
    betaRules = try arguments.rules("beta")
    gammaRules = try arguments.rules("gamma")
  }

  /// The layer with the moving moments, which it leaves as they are, also in training.
  package var frozen: any Layer {
    var layer = self
    layer.isFrozen = true
    return layer
  }

  /// The input's shape, which needs an axis at least.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank > 0 else {
      throw ShapeError("BatchNormalization", input: input, .wrongRank(expected: 1))
    }
    return input
  }

  /// γ and β where they are used, then both moving moments, which no gradient moves.
  package func weightSpecs(for input: Shape) -> [WeightSpec] {
    let shape = Shape([input.extents.last ?? 0])
    var specs: [WeightSpec] = []
    if scales { specs.append(WeightSpec("gamma", shape, initializers[0], gammaRules)) }
    if centers { specs.append(WeightSpec("beta", shape, initializers[1], betaRules)) }
    specs.append(WeightSpec("moving_mean", shape, initializers[2], isTrainable: false))
    specs.append(WeightSpec("moving_variance", shape, initializers[3], isTrainable: false))
    return specs
  }
}

extension BatchNormalization: KerasLayer {
  /// A layer of `keras.src.layers.normalization`; what isn't a parameter here has Keras' default.
  package static let keras = KerasFacts(
    "normalization",
    config:
      "axis momentum epsilon center scale beta_initializer gamma_initializer moving_mean_initializer moving_variance_initializer beta_regularizer gamma_regularizer beta_constraint gamma_constraint synchronized=False renorm=False renorm_clipping renorm_momentum=0.99",
    isWrittenBuilt: true)
}
