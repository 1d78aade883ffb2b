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
  /// The error as the outputs say it, where that differs: no place of this machine stands in them.
  var shown: (code: String, message: Message)?
  /// What was shown before it failed.
  var outputs: StepOutputs = []

  init(
    _ cause: Cause, code: String, _ message: Message, outputs: StepOutputs
  ) {
    self.init(cause, code: code, message)
    self.outputs = outputs
  }

  /// Whether the failure goes by a code.
  func isCalled(_ code: String?) -> Bool { code == self.code || code == shown?.code && code != nil }

  public init(_ cause: Cause, code: String, _ message: Message, hint: Message? = nil) {
    self.cause = cause
    self.code = code
    self.message = message
    self.hint = hint
  }
}
