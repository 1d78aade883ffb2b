internal import ArgumentParser

/// The exit codes of the program, in one place.
enum ExitCodes {
  /// Outputs differ from those in the notebook.
  static let different = ExitCode(1)
  /// The notebook, or what was asked of it, is at fault.
  static let notebook = ExitCode(2)
  /// The world failed: data missing, disk full, no permission.
  static let world = ExitCode(3)
  /// The user interrupted.
  static let interrupted = ExitCode(130)
}
