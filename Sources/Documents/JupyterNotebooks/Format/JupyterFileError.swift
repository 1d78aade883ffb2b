public import Diagnostics

/// Why a file is no Jupyter notebook that can be read: all errors found, at least one.
public struct JupyterFileError: Error, Hashable, Sendable {
  /// The errors, each with its place in the file.
  public let diagnostics: [Diagnostic]
}
