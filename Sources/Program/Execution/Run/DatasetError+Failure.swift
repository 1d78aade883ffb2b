internal import Datasets
internal import Diagnostics

extension TaskFailure {
  /// The failure that a missing or broken data set means for a directive.
  init(_ error: DatasetError) {
    if case .cancelled = error {
      self = .interrupted
    } else {
      self.init(.world, code: error.code, error.message, hint: error.hint)
      shown = (error.code, error.brief)
    }
  }
}
