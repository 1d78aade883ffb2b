internal import Digests
internal import Networks
internal import Tensors

/// What earlier runs trained, an epoch at a time, under all that the epoch depends on.
///
/// The key of an epoch is made of the state before it, so callbacks may change weights and the
/// learning rate in between: they are called again with the kept figures, and what they change shows
/// in the next key. Only callbacks that are told of batches keep a fit from being kept.
struct FitMemory {
  private let store: any TrainingStore
  /// What no epoch changes.
  private let base: [String]
  private let compiled: CompiledModel

  init?(
    _ store: (any TrainingStore)?, _ lowered: LoweredModel, _ compiled: CompiledModel,
    _ data: Samples, _ validation: Samples?, _ options: FitCallOptions, seed: UInt64
  ) {
    guard let store else { return nil }
    self.store = store
    self.compiled = compiled
    base =
      FitKey(
        lowered: lowered, compiled: compiled, data: data, validation: validation, options: options,
        seed: seed
      ).parts
  }

  /// The key of the epoch that follows a state; the optimizer is as it stands now.
  ///
  /// - Parameters:
  ///   - done: the epochs that all fits of the model have done, which shuffles depend on.
  ///   - parts: what else tells the epoch from others.
  func key(after digest: String, done: Int, parts: [String]) -> [String] {
    base + parts + [
      "optimizer \(compiled.optimizer.call)", "state \(digest)", "epochs done \(done)",
    ]
  }

  func epoch(_ key: [String]) -> TrainedState? { store.load(key) }

  func keep(_ state: TrainedState, _ key: [String]) { store.save(state, key) }

  /// Keeps the figures alone of an epoch whose weights a later one replaces.
  func lighten(_ state: TrainedState, _ key: [String]) {
    var light = state
    (light.weights, light.slots) = ([], [])
    store.save(light, key)
  }

  /// The epochs that were kept one behind the other, up to the last whose weights are there and fit.
  ///
  /// - Parameters:
  ///   - parts: what tells the epochs from others, which count from 0 here.
  ///   - fits: whether a state's weights and slots are those of the model.
  func row(
    from digest: String, done: Int, count: Int, parts: (Int) -> [String],
    fits: (TrainedState) -> Bool
  ) -> [TrainedState] {
    var (row, digest) = ([TrainedState](), digest)
    while row.count < count,
      let state = epoch(
        key(after: digest, done: done + row.count, parts: parts(row.count)))
    {
      if !state.weights.isEmpty, !fits(state) { break }
      digest = state.digest
      // One set of weights is in memory at a time.
      if !state.weights.isEmpty, !row.isEmpty {
        for index in row.indices { (row[index].weights, row[index].slots) = ([], []) }
      }
      row.append(state)
    }
    while let last = row.last, last.weights.isEmpty { row.removeLast() }
    return row
  }
}

extension TrainedState {
  /// The state of a model after an epoch.
  init(_ weights: ModelWeights, _ optimizer: OptimizerState, names: [String], row: [Double]) {
    self.init(
      weights: weights.tensors.map(\.values), slots: optimizer.slots, step: optimizer.step,
      names: names, row: row)
    digest = Self.digest(weights, optimizer)
  }

  /// What tells two states apart, bit by bit.
  static func digest(_ weights: ModelWeights?, _ optimizer: OptimizerState?) -> String {
    let stream = SHA256Stream()
    for tensor in weights?.tensors ?? [] {
      stream.update(numbers: tensor.values)
    }
    for slot in optimizer?.slots ?? [] { stream.update(numbers: slot) }
    return "\(optimizer?.step ?? 0) \(stream.finish())"
  }
}
