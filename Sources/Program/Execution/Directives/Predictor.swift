internal import Datasets
internal import Networks
internal import Tensors

/// Runs a model over a part of a data set, for the directives that measure and predict.
struct Predictor {
  private let trainer: Trainer
  private let split: Split
  private let classNames: [String]
  private let batchSize: Int
  private let threads: Int
  private let isCancelled: () -> Bool

  init(_ session: Session, modelID: String, data: DataReference, batchSize: Int = 256) {
    let prepared = session.data(data.id)
    split = prepared.split(data.split)
    classNames = prepared.facts.classNames
    trainer = session.model(modelID).predictor(prepared.preparation)
    self.batchSize = batchSize
    threads = session.settings.threads
    isCancelled = session.isCancelled
  }

  /// Loss and metrics.
  func evaluate() throws(TaskFailure) -> [(name: String, value: Double)] {
    do {
      return try trainer.evaluate(
        split, batchSize: batchSize, threads: threads, isCancelled: isCancelled)
    } catch {
      throw TaskFailure(error)
    }
  }

  /// The probabilities of all classes for every example.
  func predict() throws(TaskFailure) -> Predictions {
    do {
      let outputs = try trainer.predict(
        split, batchSize: batchSize, threads: threads, isCancelled: isCancelled)
      return Predictions(
        classNames: classNames, truths: split.labels.map(Int.init), outputs: outputs.values)
    } catch {
      throw TaskFailure(error)
    }
  }
}
