internal import Caching
internal import Datasets
internal import Diagnostics
internal import FoundationEssentials
internal import KerasCells

/// What a run gives to the Keras of its cells.
struct CellHost {
  let session: Session
  init(_ session: Session) { self.session = session }

  var keras: KerasSession.Host {
    let (locator, isCancelled) = (session.settings.locator, session.isCancelled)
    let (observe, language) = (session.observe, session.language)
    return KerasSession.Host(
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
      },
      store: session.results.map { TrainingKeeper($0) })
  }
}

/// Keeps what fits in cells trained in the cache of results.
struct TrainingKeeper: TrainingStore {
  private let results: ResultKeeper
  init(_ results: ResultKeeper) { self.results = results }

  private struct Kept: Codable {
    var weights: [Data]
    var slots: [Data]
    var step: Int
    var names: [String]
    var row: [Double]
    var digest: String
  }

  private func address(_ key: [String]) -> CacheAddress {
    CacheAddress("cell-epoch", key: StepKey(key).digest)
  }

  func load(_ key: [String]) -> TrainedState? {
    guard let bytes = results.result(at: address(key)),
      let kept = try? PropertyListDecoder().decode(Kept.self, from: Data(bytes))
    else { return nil }
    return TrainedState(
      weights: kept.weights.map(Self.floats), slots: kept.slots.map(Self.floats), step: kept.step,
      names: kept.names, row: kept.row, digest: kept.digest)
  }

  func save(_ state: TrainedState, _ key: [String]) {
    let kept = Kept(
      weights: state.weights.map(Self.bytes), slots: state.slots.map(Self.bytes),
      step: state.step, names: state.names, row: state.row, digest: state.digest)
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .binary
    guard let data = try? encoder.encode(kept) else { return }
    results.keep(Array(data), at: address(key))
  }

  private static func bytes(_ numbers: [Float]) -> Data { Data(numbers.littleEndianBytes) }
  private static func floats(_ data: Data) -> [Float] {
    [Float](littleEndian: [UInt8](data)[...])
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
