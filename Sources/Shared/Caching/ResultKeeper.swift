package import Diagnostics
internal import Files

/// The cache as a run sees it: whatever is wrong with it is told once, and stops nothing.
package final class ResultKeeper {
  /// The cache itself, for those who ask it without being told of its problems.
  package let cache: ResultCache
  private let notify: (Message) -> Void
  private var hasFailed = false
  /// Files that were told of already.
  private var told: Set<CacheProblem> = []

  /// - Parameter notify: hears of problems, each once, and of waiting for another run.
  package init(_ cache: ResultCache, notify: @escaping (Message) -> Void) {
    self.cache = cache
    self.notify = notify
  }

  /// A kept result; nil where there is none that can be trusted.
  package func result(at address: CacheAddress) -> [UInt8]? {
    do {
      return try cache.result(at: address)
    } catch {
      let found = error.message
      guard told.insert(error).inserted else { return nil }
      notify(
        Message("warning: \(found.english)", pt: "aviso: \(found.portuguese)"))
      return nil
    }
  }

  /// Keeps a result.
  ///
  /// - Returns: whether it lies on the disk.
  @discardableResult
  package func keep(_ result: [UInt8], at address: CacheAddress) -> Bool {
    do {
      try cache.keep(result, at: address)
      return true
    } catch {
      if !hasFailed { notify(.notKept(error)) }
      hasFailed = true
      return false
    }
  }

  /// Keeps others from making the same result while `work` does.
  package func alone<Result, Failure: Error>(
    at address: CacheAddress, isCancelled: () -> Bool, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let lock = cache.lock(address, isCancelled: isCancelled) { notify(.waiting) }
    defer { withExtendedLifetime(lock) {} }
    return try work()
  }
}

extension Message {
  fileprivate static func notKept(_ error: AtomicFileError) -> Message {
    Message(
      "warning: results of this run are not kept: \(error.message.english)",
      pt: "aviso: resultados desta execução não são guardados: \(error.message.portuguese)")
  }

  fileprivate static var waiting: Message {
    Message(
      "another run is training the same; waiting for it",
      pt: "outra execução está treinando o mesmo; esperando por ela")
  }
}
