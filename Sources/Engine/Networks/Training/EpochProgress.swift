/// What there is after an epoch: all that is needed to go on from here later.
public struct EpochProgress: Sendable {
  /// From 0.
  public let epoch: Int
  public let history: History
  public let weights: ModelWeights
  public let optimizerState: OptimizerState
}
