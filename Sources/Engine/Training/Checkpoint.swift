package import Networks

/// A model after some epochs: all that is needed to go on as if nothing had been in between.
package struct Checkpoint: Equatable {
  /// The weights after the last of the epochs.
  package var weights: ModelWeights
  /// The optimizer's steps and slots at the same place.
  package var optimizerState: OptimizerState
  /// The metrics of each epoch so far, from the first that was trained under the same key; an epoch
  /// without validation has fewer.
  package var rows: [[Double]]

  /// A model as the last of `rows` left it.
  package init(weights: ModelWeights, optimizerState: OptimizerState, rows: [[Double]]) {
    (self.weights, self.optimizerState, self.rows) = (weights, optimizerState, rows)
  }

  /// How many epochs lie behind, counted as `rows` is.
  package var epochs: Int { rows.count }
}
