internal import Datasets
internal import Diagnostics
internal import KerasModule
internal import Training

/// What a run gives to the Keras of its cells.
struct CellHost {
  let session: Session
  let data: CellData

  init(_ session: Session, _ data: CellData) {
    (self.session, self.data) = (session, data)
  }

  var keras: KerasSession.Host {
    let (locator, isCancelled) = (session.settings.locator, session.isCancelled)
    let (observe, language, data) = (session.observe, session.language, data)
    var host = KerasSession.Host(
      seed: UInt64(session.seed), threads: session.settings.threads,
      maxEpochs: session.settings.maxEpochs,
      dataset: { name throws(HostFailure) in
        do throws(DatasetError) {
          let dataset = try locator.load(name, isCancelled: isCancelled)
          data.read.insert(name)
          return dataset
        } catch {
          if case .cancelled = error { throw HostFailure("KeyboardInterrupt", "") }
          let hint = error.hint.map { "; \($0.text(in: language))" } ?? ""
          let words = error.brief.text(in: language) + hint
          data.missing = (error, words)
          throw HostFailure("FileNotFoundError", words)
        }
      },
      onBatch: { epoch, epochs, done, total in
        observe(
          .progress(
            TaskProgress(
              id: "", phase: .fit, epoch: epoch + 1, epochs: epochs, done: done, total: total,
              examples: done)))
      })
    host.store = session.results.map { CachedTrainings($0) }
    host.digests = session.digests
    return host
  }
}

/// What became of the data sets that a cell asked for.
final class CellData {
  /// Those that it read.
  var read: Set<String> = []
  /// The one that could not be had last, and the words of the exception that says so.
  var missing: (error: DatasetError, words: String)?
}

extension Session {
  /// What tells a data set's content; empty where it can't be read now, so that running tells why.
  mutating func datasetDigest(_ name: String) -> String {
    guard let entry = DatasetCatalog.entry(named: name) else { return "" }
    let limits = ExampleLimits()
    return (try? known(entry, limits: limits))?.sha256 ?? ""
  }
}
