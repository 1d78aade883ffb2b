/// What a trainer drives: a whole model over one batch at a time.
///
/// ``PlainExecutor`` is the oracle; a training plan lowers the model to fused steps and gives the
/// same bits.
protocol BatchExecutor {
  var weights: ModelWeights { get }
  var optimizerState: OptimizerState { get }
  /// One optimizer step; the figures are those before it, as Keras counts them.
  mutating func train(_ batch: Batch) -> Figures
  /// Loss and metrics in inference mode.
  mutating func evaluate(_ batch: Batch) -> Figures
  /// The outputs in inference mode, `[batch, outputs]`.
  mutating func predict(_ batch: Batch) -> [Float]
  /// The name of the first layer whose output for a training batch isn't finite.
  mutating func firstLayerNotFinite(_ batch: Batch) -> String?
}
