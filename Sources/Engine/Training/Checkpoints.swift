internal import Networks

/// The checkpoints of the epochs that follow one state, under the state's key.
struct Checkpoints {
  private let store: any TrainingStore
  private let key: String
  /// The one that this fit kept last.
  private var last: Int?

  init(_ store: any TrainingStore, key: String) { (self.store, self.key) = (store, key) }

  /// The one with the most epochs, but no more than wanted.
  ///
  /// - Parameter widths: how many metrics each epoch has.
  func best(
    atMost epochs: Int, for runner: ModelRunner, widths: (Int) -> Int
  ) -> Checkpoint? {
    for count in store.kept(key).reversed() where count <= epochs {
      let bytes = store.load(key, epochs: count)
      if let found = bytes.flatMap({
        store.format.checkpoint($0, of: runner.model, runner.compilation)
      }),
        found.epochs == count,
        found.rows.enumerated().allSatisfy({ $1.count == widths($0) })
      {
        return found
      }
    }
    return nil
  }

  /// Keeps a checkpoint, and gives up the one before where this fit made it.
  mutating func keep(_ checkpoint: Checkpoint) {
    // Where there is no room for this one, the one before is all that a later run can go on from.
    guard store.keep(store.format.bytes(of: checkpoint), key, epochs: checkpoint.epochs) else {
      return
    }
    if let last { store.forget(key, epochs: last) }
    last = checkpoint.epochs
  }

  /// Whether an epoch is worth a checkpoint: each one of the first thousand, then fewer and fewer, since
  /// each has the metrics of all before it. So the work grows with the epochs, and no more than a
  /// thousandth of them is ever lost.
  static func isDue(after epochs: Int, of all: Int) -> Bool {
    epochs == all || epochs.isMultiple(of: 1 + epochs / 1024)
  }
}
