package import Diagnostics

/// What a run tells whoever watches it.
package enum RunEvent: Sendable {
  /// The plan is made and the first directive is about to run.
  case runStarted(directives: Int)
  case taskStarted(id: String, kind: String, index: Int)
  case progress(TaskProgress)
  /// A cell printed text, on standard error where so it is; one from the cache prints all at its end.
  case printed(String, isError: Bool)
  case taskFinished(id: String, status: String, seconds: Double)
  /// Something the reader should know that stops nothing.
  case notice(Message)
}

/// How far a directive has come.
package struct TaskProgress: Sendable {
  /// What is being done.
  package enum Phase: String, Sendable { case fit, evaluate, predict, load }

  /// The directive's id.
  package var id: String
  /// What the directive is doing now.
  package var phase: Phase
  /// The epoch that is trained, from 1; zero for phases without epochs.
  package var epoch: Int
  /// The epochs that the fit trains in all; zero for phases without epochs.
  package var epochs: Int
  /// Finished units of this phase or epoch: batches, or bytes of a download.
  package var done: Int
  /// All units; nil where it is not known.
  package var total: Int?
  /// Examples done in this phase or epoch, for a rate; zero for downloads.
  package var examples: Int
  /// Running means, such as loss and accuracy.
  package var metrics: [(name: String, value: Double)]
  /// Whether this is the last report of an epoch.
  package var isEpochEnd: Bool

  /// A report on a phase without epochs, unless their numbers are given.
  package init(
    id: String, phase: Phase, epoch: Int = 0, epochs: Int = 0, done: Int, total: Int?,
    examples: Int = 0, metrics: [(name: String, value: Double)] = [],
    isEpochEnd: Bool = false
  ) {
    self.id = id
    self.phase = phase
    self.epoch = epoch
    self.epochs = epochs
    self.done = done
    self.total = total
    self.examples = examples
    self.metrics = metrics
    self.isEpochEnd = isEpochEnd
  }
}
