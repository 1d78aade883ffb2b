internal import Datasets
internal import Diagnostics
internal import KerasCells
internal import Training

/// What a run gives to the Keras of its cells.
struct CellHost {
  let session: Session
  /// The data set that could not be had last, and the words of the exception that says so.
  let missing: MissingData

  init(_ session: Session, _ missing: MissingData) {
    (self.session, self.missing) = (session, missing)
  }

  var keras: KerasSession.Host {
    let (locator, isCancelled) = (session.settings.locator, session.isCancelled)
    let (observe, language, missing) = (session.observe, session.language, missing)
    var host = KerasSession.Host(
      seed: UInt64(session.seed), threads: session.settings.threads,
      maxEpochs: session.settings.maxEpochs,
      dataset: { name throws(HostFailure) in
        do throws(DatasetError) {
          return try locator.load(name, isCancelled: isCancelled)
        } catch {
          if case .cancelled = error { throw HostFailure("KeyboardInterrupt", "") }
          let hint = error.hint.map { "; \($0.text(in: language))" } ?? ""
          let words = error.brief.text(in: language) + hint
          missing.last = (error, words)
          throw HostFailure("FileNotFoundError", words)
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

/// Remembers why a data set could not be had: a cell only has an exception of it.
final class MissingData {
  var last: (error: DatasetError, words: String)?
}

extension Session {
  /// What tells a data set's content; empty where it can't be read now, so that running tells why.
  mutating func datasetDigest(_ name: String) -> String {
    guard let entry = DatasetCatalog.entry(named: name) else { return "" }
    let limits = ExampleLimits()
    guard let dataset = try? known(entry, limits: limits) else { return "" }
    tell(dataset, for: name)
    return dataset.sha256
  }
}
