internal import ArgumentParser
internal import Diagnostics
internal import Notebooks

/// Why a notebook could not be checked; it has been shown already.
struct CheckFailure: Error {
  let exitCode: ExitCode
  /// The errors, for programs.
  let errors: [EventLine]

  init(_ exitCode: ExitCode, _ diagnostics: [Diagnostic], _ notebook: Notebook, _ console: Console)
  {
    self.exitCode = exitCode
    errors = diagnostics.filter { $0.severity == .error }.map {
      EventLine($0, in: notebook.source, language: console.language)
    }
  }
}
