internal import ArgumentParser
internal import Diagnostics

/// An error that stands in no notebook: a file that isn't there, a full disk.
struct Problem: Error {
  /// A stable name in kebab case.
  var code: String
  var message: Message
  var hint: Message?
  /// What the program ends with.
  var exitCode: ExitCode

  init(_ exitCode: ExitCode, code: String, _ message: Message, hint: Message? = nil) {
    self.exitCode = exitCode
    self.code = code
    self.message = message
    self.hint = hint
  }
}
