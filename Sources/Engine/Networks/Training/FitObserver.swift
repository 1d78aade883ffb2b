/// What a caller of a fit wants to hear, and how it stops one.
public struct FitObserver {
  public var onBatch: (BatchProgress) -> Void
  public var onEpoch: (EpochProgress) -> Void
  /// Asked before each batch.
  public var isCancelled: () -> Bool

  public init(
    onBatch: @escaping (BatchProgress) -> Void = { _ in },
    onEpoch: @escaping (EpochProgress) -> Void = { _ in },
    isCancelled: @escaping () -> Bool = { false }
  ) {
    self.onBatch = onBatch
    self.onEpoch = onEpoch
    self.isCancelled = isCancelled
  }
}
