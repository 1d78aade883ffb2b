public import Diagnostics

/// Why a directive ended without its outputs.
public struct StepFailure: Error, Sendable {
  /// Who has to act.
  public enum Cause: Sendable {
    /// The author: the notebook asks for something that can't be.
    case notebook
    /// The world: data missing, disk full.
    case world
    /// The user, who interrupted.
    case interrupted
  }

  public var cause: Cause
  /// A stable name in kebab case.
  public var code: String
  public var message: Message
  public var hint: Message?
  /// Where in the notebook, where that is known more closely than by the directive.
  public var place: Range<Int>?
  /// What was shown before it failed.
  var outputs: StepOutputs = []

  init(
    _ cause: Cause, code: String, _ message: Message, outputs: StepOutputs
  ) {
    self.init(cause, code: code, message)
    self.outputs = outputs
  }

  public init(_ cause: Cause, code: String, _ message: Message, hint: Message? = nil) {
    self.cause = cause
    self.code = code
    self.message = message
    self.hint = hint
  }
}
