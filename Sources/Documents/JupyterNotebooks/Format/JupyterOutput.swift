/// An output of a code cell.
public enum JupyterOutput: Hashable, Sendable {
  /// What was printed; `name` is "stdout" or "stderr".
  case stream(name: String, text: String)
  /// The value of a cell's last expression.
  case result(count: Int?, JupyterBundle)
  /// What was shown otherwise, such as a figure.
  case display(JupyterBundle)
  case error(name: String, value: String, traceback: [String])

  /// The forms of what is shown; nil for streams and errors.
  public var bundle: JupyterBundle? {
    switch self {
    case .result(_, let bundle), .display(let bundle): bundle
    case .stream, .error: nil
    }
  }
}
