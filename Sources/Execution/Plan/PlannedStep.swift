public import Diagnostics
public import Notebooks

/// One directive of a plan.
public struct PlannedStep: Sendable {
  /// What is to be done with a directive.
  public enum Action: Sendable {
    case run(any Step)
    case skip
    /// The directive is to fail, and planning found that it does.
    case showError(Diagnostic)
  }

  public let directive: Directive
  public let common: CommonOptions
  public let action: Action
}
