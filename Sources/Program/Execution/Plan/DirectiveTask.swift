internal import RunRecords

/// A directive that is ready to run: everything that needs no data is decided.
protocol DirectiveTask: Sendable {
  /// Reads what the key depends on: a data set's content.
  func prepare(_ session: inout Session) throws(TaskFailure)
  /// All that the outputs depend on besides the kind of directive, the seed and the engine.
  func keyParts(in session: Session) -> [String]
  /// Whether outputs are worth keeping between runs: whether they take longer than reading them.
  var keepsOutputs: Bool { get }
  /// The data directives whose bytes the task needs to run.
  func dataIDs(in session: Session) -> [String]
  /// Adds lines that do the same in plain Keras.
  func write(to program: inout KerasProgram)
  /// Does the work and gives the outputs; figures have an alt text of their own, and a
  /// caption where something has to be said of what they show.
  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs
}

extension DirectiveTask {
  func prepare(_ session: inout Session) throws(TaskFailure) {}
  var keepsOutputs: Bool { false }
  func dataIDs(in session: Session) -> [String] { [] }
}

/// The outputs of a task, in the order in which they are shown.
typealias TaskOutputs = [Output]
