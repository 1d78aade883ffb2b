package import Networks

/// Who wants a fit: gives the samples, hears how far it is, and may have a say in it.
package protocol FitListener: AnyObject {
  /// What the listener's own code throws, which ends the fit.
  associatedtype Failure: Error

  /// Whether it may stop the fit, or change weights or the learning rate, between two epochs; then
  /// every epoch is kept on its own.
  var intervenes: Bool { get }
  /// Whether it may do so between two batches; then nothing is kept.
  var watchesBatches: Bool { get }
  /// Asked before each epoch and after each batch: whether no other is to follow.
  var isStopped: Bool { get }
  /// Asked before each batch.
  var isCancelled: Bool { get }

  /// Whether each epoch has samples of its own.
  var renewsSamples: Bool { get }
  /// The samples, asked for once, or for each epoch where they are renewed, and only where an epoch has to be
  /// trained.
  func samples() throws(Failure) -> (training: Samples, validation: Samples?)
  /// - Parameter epoch: counts from 0 within the fit.
  func epochBegins(_ epoch: Int) throws(Failure)
  /// What it changes takes effect with the next batch.
  func batchEnds(_ progress: BatchProgress) throws(Failure)
  /// Told of the batches of validation where ``watchesBatches`` says so; they count from 0.
  func testBatchBegins(_ batch: Int) throws(Failure)
  /// - Parameter metrics: those of all samples so far.
  func testBatchEnds(_ batch: Int, _ metrics: [Double]) throws(Failure)
  /// - Parameters:
  ///   - row: the epoch's metrics.
  ///   - isKept: whether an earlier run trained it.
  func epochEnds(_ epoch: Int, _ row: [Double], isKept: Bool) throws(Failure)
}

extension FitListener {
  /// False: most train on the same samples over and over.
  package var renewsSamples: Bool { false }
  /// Nothing: few want to hear of them.
  package func testBatchBegins(_ batch: Int) throws(Failure) {}
  /// Nothing either.
  package func testBatchEnds(_ batch: Int, _ metrics: [Double]) throws(Failure) {}
}

/// Why a fit stopped.
package enum FitError<Failure: Error>: Error {
  case training(TrainingError)
  case listener(Failure)
}
