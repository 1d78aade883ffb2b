import Caching
import Networks
import Tensors
import TestExecutors
import Testing
import TestSupport

@testable import Training

/// The loop over epochs, and what it finds again.
@Suite struct FitTests {
  private let folder: TemporaryFolder
  private let store: CachedTrainings

  init() throws {
    folder = try TemporaryFolder()
    store = CachedTrainings(ResultKeeper(ResultCache(folder: folder.path)) { _ in })
  }

  private func fit(
    _ epochs: Int, _ runner: ModelRunner, _ listener: Listener, isKept: Bool = true
  ) -> Fit<Listener> {
    let plan = SmallFit.plan(epochs: epochs)
    return Fit(
      runner, plan, listener, memory: isKept ? (store, SmallFit.key(runner, plan)) : nil)
  }

  /// A fit that nothing interrupts or remembers.
  private func whole(_ epochs: Int) throws -> (runner: ModelRunner, rows: [[Double]]) {
    let (runner, listener) = (try SmallFit.runner(), Listener())
    try fit(epochs, runner, listener, isKept: false).run()
    return (runner, listener.rows)
  }

  private func expect(_ runner: ModelRunner, _ rows: [[Double]], after epochs: Int) throws {
    let whole = try whole(epochs)
    #expect(rows == whole.rows)
    #expect(runner.weights == whole.runner.weights)
    #expect(runner.optimizerState == whole.runner.optimizerState)
  }

  @Test(arguments: [true, false], [true, false])
  func `goes on from the last epoch that was kept, to the same bits`(
    first: Bool, second: Bool
  ) throws {
    let stopped = Listener()
    stopped.intervenes = first
    stopped.onEpoch = { stopped.isCancelled = $0 == 2 }
    let interrupted = try fit(6, SmallFit.runner(), stopped)
    #expect(throws: (any Error).self) { try interrupted.run() }
    #expect(interrupted.epochsTrained == 3)
    let (runner, listener) = (try SmallFit.runner(), Listener())
    listener.intervenes = second
    let resumed = fit(6, runner, listener)
    try resumed.run()
    try expect(runner, listener.rows, after: 6)
    // In a row all are under the key of the first; that one is in both.
    #expect(resumed.epochsTrained == (first == second ? 3 : first ? 5 : 6))
    #expect(listener.kept == 6 - resumed.epochsTrained)
    #expect(listener.told == (0..<6).flatMap { ["begins \($0)", "ends \($0)"] })
  }

  /// What makes a checkpoint one of no such fit: a cache may be a stranger's, with checksums that are right.
  private static let spoilings: [@Sendable (inout Checkpoint) -> Void] = [
    { $0.optimizerState.slots = [] }, { $0.optimizerState.slots.removeLast() },
    { $0.optimizerState.slots[0].append(1) }, { $0.optimizerState.slots[3] = [] },
    { $0.optimizerState.step = .max }, { $0.weights.tensors.removeLast() },
    { $0.weights.tensors[0] = Tensor([2], [0, 0]) }, { $0.rows.removeLast() },
    { $0.rows.append($0.rows[0]) }, { $0.rows[1].removeLast() }, { $0.rows[0] = [] },
    { $0.rows[2].append(0) }, { $0.rows = $0.rows.map { Array($0.prefix(2)) } },
  ]

  @Test(arguments: spoilings.indices)
  func `passes over what doesn't fit it`(index: Int) throws {
    let runner = try SmallFit.runner()
    try fit(3, runner, Listener()).run()
    let plan = SmallFit.plan(epochs: 3)
    let first = try SmallFit.runner()
    let key = SmallFit.key(first, plan).epochs(
      after: TrainingKey.digest(first.weights, first.optimizerState), first.optimizer,
      at: plan.place(of: 0))
    let bytes = try #require(store.load(key, epochs: 3))
    let format = CheckpointFormat()
    var spoiled = try #require(format.checkpoint(bytes, of: runner.model, runner.compilation))
    Self.spoilings[index](&spoiled)
    #expect(store.keep(format.bytes(of: spoiled), key, epochs: 3))
    let (again, listener) = (try SmallFit.runner(), Listener())
    let fit = fit(3, again, listener)
    try fit.run()
    #expect(fit.epochsTrained == 3)
    try expect(again, listener.rows, after: 3)
  }

  @Test func `needs neither data nor executor where everything is kept`() throws {
    try fit(4, SmallFit.runner(), Listener()).run()
    let executors = CountedExecutors()
    let (runner, listener) = (try SmallFit.runner(executors: executors), Listener())
    let again = fit(4, runner, listener)
    try again.run()
    #expect((again.epochsTrained, listener.sampled, executors.counts.made) == (0, 0, 0))
    try expect(runner, listener.rows, after: 4)
  }

  @Test func `makes one executor, asks once for data and takes no weights back`() throws {
    let executors = CountedExecutors()
    let (runner, listener) = (try SmallFit.runner(executors: executors), Listener())
    try fit(1000, runner, listener, isKept: false).run()
    let counts = executors.counts
    #expect((counts.made, counts.trained, listener.sampled) == (1, 3000, 1))
    #expect((counts.weightsGiven, counts.weightsTaken) == (0, 0))
  }

  @Test(arguments: [true, false])
  func `trains what follows from a change between epochs`(isKept: Bool) throws {
    for rate in [Float(0.5), 0.25] {
      let (runner, listener) = (try SmallFit.runner(), Listener())
      listener.intervenes = true
      listener.onEpoch = { epoch in
        if epoch == 1 { runner.optimizer = runner.optimizer.with(learningRate: rate) }
        if epoch == 2 { runner.weights = ModelWeights(runner.model, seed: 9) }
      }
      let fit = fit(5, runner, listener, isKept: isKept)
      try fit.run()
      // The same by hand.
      let (other, alone) = (try SmallFit.runner(), SmallFit.plan(epochs: 5))
      for epoch in 0..<5 {
        let row = try other.trainEpoch(
          epoch, SmallFit.samples(), validation: SmallFit.samples(10),
          options: alone.options(of: epoch))
        #expect(listener.rows[epoch] == row, "epoch \(epoch)")
        if epoch == 1 { other.optimizer = other.optimizer.with(learningRate: rate) }
        if epoch == 2 { other.weights = ModelWeights(other.model, seed: 9) }
      }
      #expect(runner.weights == other.weights)
      // Of the second turn the first two epochs are those of the first.
      #expect(fit.epochsTrained == (isKept && rate == 0.25 ? 3 : 5))
    }
  }

  @Test func `stops where its listener does`() throws {
    let (runner, listener) = (try SmallFit.runner(), Listener())
    listener.intervenes = true
    listener.onEpoch = { listener.isStopped = $0 == 2 }
    try fit(9, runner, listener).run()
    try expect(runner, listener.rows, after: 3)
  }

  @Test func `lets batches change what the next one trains, and keeps none of it`() throws {
    let (runner, listener) = (try SmallFit.runner(), Listener())
    listener.watchesBatches = true
    listener.onBatch = { batch in
      if batch.batch == 0 { runner.optimizer = runner.optimizer.with(learningRate: 0) }
    }
    let watched = fit(2, runner, listener)
    try watched.run()
    let still = runner.weights
    _ = try runner.trainEpoch(5, SmallFit.samples(), options: FitOptions(batchSize: 8))
    #expect(still.tensors[0] == runner.weights.tensors[0])
    #expect(folder.names == [])
  }

  @Test func `hands on what its listener throws at once`() throws {
    let (runner, listener) = (try SmallFit.runner(), Listener())
    var batches = 0
    listener.onBatch = { _ throws(Listener.Stop) in
      batches += 1
      throw Listener.Stop()
    }
    let error = #expect(throws: FitError<Listener.Stop>.self) { try fit(2, runner, listener).run() }
    guard case .listener? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(batches == 1)
  }
}
