package import Caching

/// Where trained epochs are kept from run to run, as bytes under a key and a number of epochs.
package protocol TrainingStore {
  /// How they lie there.
  var format: any WeightsFormat { get }
  /// The numbers of epochs for which something is kept under a key, rising.
  func kept(_ key: String) -> [Int]
  /// Nil where nothing is there that can be trusted.
  func load(_ key: String, epochs: Int) -> [UInt8]?
  /// - Returns: whether the bytes will be there later.
  func keep(_ bytes: [UInt8], _ key: String, epochs: Int) -> Bool
  /// Gives up what is kept under a key after some epochs; nothing happens where there is none.
  func forget(_ key: String, epochs: Int)
  /// Keeps other runs from training under the same key while `work` does.
  func alone<Result, Failure: Error>(
    _ key: String, isCancelled: () -> Bool, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result
}

extension TrainingStore {
  /// The program's own format, where a store has no other.
  package var format: any WeightsFormat { CheckpointFormat() }
}

/// Trained epochs in the cache of results.
package struct CachedTrainings: TrainingStore {
  /// The cache's kind of result, and the name of its folder there.
  package static let kind = "training"

  private let results: ResultKeeper

  /// - Parameter results: the cache, which tells its problems once and stops nothing.
  package init(_ results: ResultKeeper) { self.results = results }

  private func address(_ key: String, _ epochs: Int) -> CacheAddress {
    CacheAddress(Self.kind, key: key, part: epochs)
  }

  /// The parts that the cache has under the key.
  package func kept(_ key: String) -> [Int] { results.cache.parts(of: Self.kind, key: key) }

  /// The bytes as they were kept: the cache has checked their digest.
  package func load(_ key: String, epochs: Int) -> [UInt8]? {
    results.result(at: address(key, epochs))
  }

  /// Keeps the bytes; a full disk is told of once, and training goes on.
  package func keep(_ bytes: [UInt8], _ key: String, epochs: Int) -> Bool {
    results.keep(bytes, at: address(key, epochs))
  }

  /// Removes the result's file.
  package func forget(_ key: String, epochs: Int) { results.cache.forget(address(key, epochs)) }

  /// Holds the cache's lock of the key, whatever the number of epochs; waits while another run has
  /// it, which is told.
  package func alone<Result, Failure: Error>(
    _ key: String, isCancelled: () -> Bool, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try results.alone(at: CacheAddress(Self.kind, key: key), isCancelled: isCancelled, work)
  }
}
