package import Diagnostics

/// Why a directive ended without its outputs.
package struct TaskFailure: Error, Sendable {
  /// Who has to act.
  package enum Cause: Sendable {
    /// The author: the notebook asks for something that can't be.
    case notebook
    /// The world: data missing, disk full.
    case world
    /// The user, who interrupted.
    case interrupted
  }

  /// Who has to act, which also chooses the program's exit code.
  package var cause: Cause
  /// A stable name in kebab case.
  package var code: String
  /// What happened, without a full stop.
  package var message: Message
  /// What to do about it; nil where the message says enough.
  package var hint: Message?
  /// Where in the notebook, where that is known more closely than by the directive.
  package var place: Range<Int>?
  /// The error as the outputs say it, where that differs: no place of this machine stands in them.
  var shown: (code: String, message: Message)?
  /// What was shown before it failed, and what behind the error: figures that were still open.
  var outputs: TaskOutputs = []
  var outputsBehind: TaskOutputs = []
  /// How the script ends that failed; nil for notebooks.
  package var script: ScriptEnd?
  /// An exception's own text, and what is said behind it.
  var raised: (text: String, more: Message)?

  /// Whether the failure goes by a code.
  func isCalled(_ code: String?) -> Bool { code == self.code || code == shown?.code && code != nil }

  /// A failure of the whole directive; callers add a place where they know one.
  package init(_ cause: Cause, code: String, _ message: Message, hint: Message? = nil) {
    self.cause = cause
    self.code = code
    self.message = message
    self.hint = hint
  }
}
