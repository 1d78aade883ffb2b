/// What a caller of a fit wants to hear, and how it stops one.
public struct FitObserver {
  /// Hears of each batch that was trained, on the thread that called `fit`.
  public var onBatch: (BatchProgress) -> Void
  /// Hears of each epoch, after its validation.
  public var onEpoch: (EpochProgress) -> Void
  /// Asked before each batch.
  public var isCancelled: () -> Bool
  /// Asked after each batch: whether it is to be the epoch's last.
  public var endsEpoch: () -> Bool
  /// Hears of the batches of validation.
  package var testing: BatchWatch?

  /// An observer that hears nothing and stops nothing, but for what is given.
  public init(
    onBatch: @escaping (BatchProgress) -> Void = { _ in },
    onEpoch: @escaping (EpochProgress) -> Void = { _ in },
    isCancelled: @escaping () -> Bool = { false }, endsEpoch: @escaping () -> Bool = { false }
  ) {
    self.onBatch = onBatch
    self.onEpoch = onEpoch
    self.isCancelled = isCancelled
    self.endsEpoch = endsEpoch
  }
}
