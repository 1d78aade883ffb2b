internal import Networks

/// A model as a run has made it so far.
struct ModelState {
  var model: Model
  var weights: ModelWeights
  /// How many models of its architecture the lesson made before.
  var copy = 0
  var compilation: Compilation?
  var optimizerState: OptimizerState?
  /// Epochs that fits have done: shuffles go on from there.
  var epochs = 0
  /// A hash of everything that brought the model here.
  var key: String

  /// The trainer that goes on from here; nil before the model is compiled.
  func trainer(_ preparation: Preparation) -> Trainer? {
    compilation.map {
      Trainer(
        model: model, weights: weights, compilation: $0, preparation: preparation,
        state: optimizerState)
    }
  }

  /// What trains from here on.
  func runner(_ preparation: Preparation, seed: UInt64, threads: Int) -> ModelRunner {
    guard let compilation else {
      preconditionFailure("ModelState: a model was planned but never compiled")
    }
    return ModelRunner(
      ExecutorJob(
        model: model, weights: weights, compilation: compilation, state: optimizerState,
        labelForm: preparation.labelForm, seed: Model.seed(seed, copy: copy), threads: threads,
        batchSize: 0))
  }

  /// A trainer for measuring and predicting; a model that was never compiled can predict too.
  func predictor(_ preparation: Preparation) -> Trainer {
    if let trainer = trainer(preparation) { return trainer }
    guard let compilation = try? Compilation(loss: .string("mse")) else {
      preconditionFailure("ModelState: the catalogs have lost rmsprop or mse")
    }
    return Trainer(
      model: model, weights: weights, compilation: compilation, preparation: preparation)
  }
}
