internal import Caching
internal import Networks

extension Session {
  /// The best checkpoint of a training, with no more epochs than wanted.
  ///
  /// - Parameters:
  ///   - key: all that the training depends on but the number of epochs.
  ///   - state: the model as it stands before the training.
  func checkpoint(
    _ key: String, of state: ModelState, isValidated: Bool, atMost epochs: Int
  ) -> Checkpoint? {
    guard let results, let compilation = state.compilation else { return nil }
    let names = compilation.figureNames(validated: isValidated)
    let kept = results.cache.parts(of: Checkpoint.kind, key: key).filter { $0 <= epochs }
    for epoch in kept.reversed() {
      let bytes = results.result(at: Checkpoint.address(key, epoch))
      let found = bytes.flatMap {
        Checkpoint($0, of: state.model, optimizer: compilation.optimizer, names: names)
      }
      if let found, found.epochs == epoch { return found }
    }
    return nil
  }
}

extension Checkpoint {
  static let kind = "training"

  static func address(_ key: String, _ epoch: Int) -> CacheAddress {
    CacheAddress(kind, key: key, part: epoch)
  }
}

/// Keeps the checkpoint of each epoch, and gives up the one before where this fit made it.
final class CheckpointWriter {
  private let results: ResultKeeper
  private let key: String
  private var last: Int?

  init(_ results: ResultKeeper, key: String) {
    self.results = results
    self.key = key
  }

  func keep(_ checkpoint: Checkpoint) {
    let address = Checkpoint.address(key, checkpoint.epochs)
    // Where there is no room for this one, the one before is all that a later run can go on from.
    guard results.keep(checkpoint.bytes, at: address) else { return }
    if let last { results.cache.forget(Checkpoint.address(key, last)) }
    last = checkpoint.epochs
  }
}
