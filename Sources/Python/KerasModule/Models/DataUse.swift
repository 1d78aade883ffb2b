internal import PythonRuntime

/// What a model is called with data for: Keras' messages say so.
enum DataUse: Hashable {
  case training
  case testing
  case predicting
  /// One batch: `train_on_batch` and its like, whose number of samples is known.
  indirect case batch(DataUse)
  /// `model(x)`.
  case call

  /// `training` as the model is called.
  var trainingText: String {
    switch self {
    case .training: "True"
    case .testing, .predicting: "False"
    case .batch(let use): use.trainingText
    case .call: "None"
    }
  }

  /// The samples of a call as Keras' function knows them: open in `fit` and `evaluate`.
  ///
  /// - Parameters:
  ///   - samples: how many there are.
  ///   - batchSize: how many `predict` takes at a time.
  func batch(of samples: Int, by batchSize: Int) -> Int? {
    switch self {
    case .training, .testing: nil
    case .predicting: min(samples, batchSize)
    case .batch, .call: samples
    }
  }
}
