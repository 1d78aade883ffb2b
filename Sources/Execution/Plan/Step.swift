internal import RunRecords

/// A directive that is ready to run: everything that needs no data is decided.
protocol Step: Sendable {
  /// Reads what the key depends on: a data set's content.
  func prepare(_ session: inout Session) throws(StepFailure)
  /// All that the outputs depend on besides the kind of directive, the seed and the engine.
  func keyParts(in session: Session) -> [String]
  /// Does the work and gives the outputs.
  func run(_ session: inout Session) throws(StepFailure) -> StepOutputs
}

extension Step {
  func prepare(_ session: inout Session) throws(StepFailure) {}
}

/// The outputs of a step, in the order in which they are shown.
typealias StepOutputs = [Output]
