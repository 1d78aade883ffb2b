internal import Datasets
internal import Diagnostics
internal import KerasCells
internal import Training

/// What a run gives to the Keras of its cells.
struct CellHost {
  let session: Session
  init(_ session: Session) { self.session = session }

  var keras: KerasSession.Host {
    let (locator, isCancelled) = (session.settings.locator, session.isCancelled)
    let (observe, language) = (session.observe, session.language)
    var host = KerasSession.Host(
      seed: UInt64(session.seed), threads: session.settings.threads,
      maxEpochs: session.settings.maxEpochs,
      dataset: { name throws(HostFailure) in
        do throws(DatasetError) {
          return try locator.load(name, isCancelled: isCancelled)
        } catch {
          if case .cancelled = error { throw HostFailure("KeyboardInterrupt", "") }
          let hint = error.hint.map { "; \($0.text(in: language))" } ?? ""
          throw HostFailure("FileNotFoundError", error.message.text(in: language) + hint)
        }
      },
      onBatch: { epoch, epochs, done, total in
        observe(
          .progress(
            StepProgress(
              id: "", phase: .fit, epoch: epoch + 1, epochs: epochs, done: done, total: total,
              examples: done)))
      })
    host.store = session.results.map { CachedTrainings($0) }
    host.digests = session.digests
    return host
  }
}

extension Session {
  /// What tells a data set's content; empty where it can't be read now, so that running tells why.
  mutating func datasetDigest(_ name: String) -> String {
    guard let entry = DatasetCatalog.entry(named: name) else { return "" }
    let limits = ExampleLimits()
    return (try? known(entry, limits: limits))?.sha256 ?? ""
  }
}
