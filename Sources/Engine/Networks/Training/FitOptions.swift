/// The numbers of one `fit`.
public struct FitOptions: Hashable, Sendable {
  /// The epoch to end with: epochs from `initialEpoch` up to this one are trained.
  public var epochs: Int
  /// The samples of a batch in training; the last of an epoch may have fewer.
  public var batchSize: Int
  /// The samples of a batch in validation; nil for as many as in training. It matters to the losses
  /// of several outputs alone, which are means of batches' means.
  public var validationBatchSize: Int?
  /// Epochs that earlier fits have done; shuffles go on from there.
  public var initialEpoch: Int
  /// Whether each epoch has an order of its own, a function of (seed, epoch).
  public var shuffle: Bool
  /// Which batches each epoch trains; nil for a whole pass over the data of its own.
  public var part: EpochPart?
  /// The seed of shuffles and of layers that draw numbers.
  public var seed: UInt64
  /// Whether training goes on with a loss that isn't finite, as Keras does; otherwise it throws.
  public var goesOn: Bool
  /// Changes the speed, never the result.
  public var threads: Int

  /// Keras' defaults: one epoch of shuffled batches of 32.
  public init(
    epochs: Int = 1, batchSize: Int = 32, initialEpoch: Int = 0, shuffle: Bool = true,
    seed: UInt64 = 0, threads: Int = 1, part: EpochPart? = nil,
    validationBatchSize: Int? = nil, goesOn: Bool = false
  ) {
    self.epochs = epochs
    self.batchSize = batchSize
    self.initialEpoch = initialEpoch
    self.shuffle = shuffle
    self.seed = seed
    self.threads = threads
    self.part = part
    self.validationBatchSize = validationBatchSize
    self.goesOn = goesOn
  }
}
