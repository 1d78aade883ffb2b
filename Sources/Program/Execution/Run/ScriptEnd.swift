internal import PythonRuntime

/// How a Python script ends with an exception that nobody catches, as CPython ends: what it prints on standard
/// error, and its status.
package struct ScriptEnd: Sendable {
  /// The traceback, or what `SystemExit` was raised with; it may be empty.
  package let text: String
  /// What `SystemExit` asks for; nil for other exceptions.
  package let status: Int32?

  init(_ error: PyError, _ machine: Machine) {
    switch error.exit(machine) {
    case .status(let status): (text, self.status) = ("", status)
    case .message(let words): (text, status) = (words + "\n", 1)
    case nil: (text, status) = (Traceback(machine).text(of: error), nil)
    }
  }
}
