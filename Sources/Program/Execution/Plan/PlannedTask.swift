internal import Diagnostics
package import Notebooks

/// One directive of a plan.
package struct PlannedTask: Sendable {
  /// What is to be done with a directive.
  enum Action: Sendable {
    case run(any DirectiveTask)
    case skip
    /// The directive is to fail, and planning found that it does.
    case showError(Diagnostic)
  }

  /// What the notebook asks for.
  package let directive: Directive
  let common: CommonOptions
  let action: Action

  /// Whether the run goes on after a failure: the cell says that it may fail, and it is the cell that does.
  func allows(_ failure: TaskFailure) -> Bool {
    directive.cellTags.contains(.mayFail) && common.expectedError == nil
      && failure.cause != .interrupted && failure.code != TaskFailure.keptCell
  }
}
