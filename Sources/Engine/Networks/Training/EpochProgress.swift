/// What there is after an epoch: all that is needed to go on from here later.
public struct EpochProgress: Sendable {
  /// From 0.
  public let epoch: Int
  /// The fit's metrics up to this epoch.
  public let history: History
  /// The weights after the epoch's last step.
  public let weights: ModelWeights
  /// The optimizer's steps and slots after the epoch's last step.
  public let optimizerState: OptimizerState
}
