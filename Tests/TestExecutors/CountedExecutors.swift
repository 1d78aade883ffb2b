package import Networks
internal import Synchronization

/// Executors of this machine, with a count of what is asked of them.
package final class CountedExecutors: ExecutorMaker {
  package struct Counts: Equatable {
    package var made = 0
    package var trained = 0
    package var evaluated = 0
    package var predicted = 0
    package var weightsTaken = 0
    package var weightsGiven = 0
  }

  private let state = Mutex(Counts())

  package init() {}

  package var counts: Counts { state.withLock { $0 } }

  fileprivate func count(_ change: (inout Counts) -> Void) { state.withLock { change(&$0) } }

  package func executor(for job: ExecutorJob) -> any BatchExecutor {
    count { $0.made += 1 }
    return CountedExecutor(inner: LocalExecutors().executor(for: job), maker: self)
  }
}

private struct CountedExecutor: BatchExecutor {
  var inner: any BatchExecutor
  let maker: CountedExecutors

  var weights: ModelWeights {
    get {
      maker.count { $0.weightsGiven += 1 }
      return inner.weights
    }
    set {
      maker.count { $0.weightsTaken += 1 }
      inner.weights = newValue
    }
  }

  var optimizerState: OptimizerState {
    get { inner.optimizerState }
    set { inner.optimizerState = newValue }
  }

  var optimizer: any Optimizer {
    get { inner.optimizer }
    set { inner.optimizer = newValue }
  }

  mutating func train(_ batch: Batch, goesOn: Bool) -> MetricSums {
    maker.count { $0.trained += 1 }
    return inner.train(batch, goesOn: goesOn)
  }

  mutating func evaluate(_ batch: Batch) -> MetricSums {
    maker.count { $0.evaluated += 1 }
    return inner.evaluate(batch)
  }

  mutating func predict(_ batch: Batch) -> [Float] {
    maker.count { $0.predicted += 1 }
    return inner.predict(batch)
  }

  mutating func firstLayerNotFinite(_ batch: Batch) -> String? { inner.firstLayerNotFinite(batch) }
}
