package import Networks

/// A model after some epochs: all that is needed to go on as if nothing had been in between.
package struct Checkpoint: Equatable {
  package var weights: ModelWeights
  package var optimizerState: OptimizerState
  /// The metrics of each epoch so far, from the first that was trained under the same key; an epoch
  /// without validation has fewer.
  package var rows: [[Double]]

  package init(weights: ModelWeights, optimizerState: OptimizerState, rows: [[Double]]) {
    (self.weights, self.optimizerState, self.rows) = (weights, optimizerState, rows)
  }

  package var epochs: Int { rows.count }
}
