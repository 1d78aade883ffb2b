internal import PythonRuntime
internal import NumPy

/// Holds what a machine's `numpy` keeps between calls.
final class SessionObject: Object {
  let session: NumPySession
  /// What `seterrcall` was given.
  var errorCall = Value.none

  init(_ session: NumPySession) { self.session = session }

  override func letGo() { errorCall = .none }
}
