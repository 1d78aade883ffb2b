/// What a layer's computation depends on beside input and weights.
public struct LayerPass: Sendable {
  /// Training (dropout drops, batch normalization uses the batch's moments) or inference.
  public var isTraining: Bool
  /// The run's seed, for dropout.
  public var seed: UInt64
  /// The number of the optimizer's step, from 0, for dropout.
  public var step: Int
  /// The layer's index in the model, for dropout.
  public var layerIndex: Int
  /// The place of the first image in its batch: a plan hands a batch over in chunks.
  public var firstImage: Int
  /// Leaves the layer's activation out, forward and backward: a loss that takes logits has it.
  public var skipsActivation: Bool
  /// The activation that was left out before a penalty of its numbers; nil where the layer is given those.
  var skippedFunction: (any ActivationFunction)?
  /// Whether the gradient of the input is wanted; a model's first layer can leave it out.
  public var wantsInputGradient: Bool

  /// By default a pass in inference over a whole batch, with all gradients wanted.
  public init(
    isTraining: Bool = false, seed: UInt64 = 0, step: Int = 0, layerIndex: Int = 0,
    firstImage: Int = 0, skipsActivation: Bool = false, wantsInputGradient: Bool = true
  ) {
    self.isTraining = isTraining
    self.seed = seed
    self.step = step
    self.layerIndex = layerIndex
    self.firstImage = firstImage
    self.skipsActivation = skipsActivation
    self.wantsInputGradient = wantsInputGradient
  }
}
