internal import Diagnostics
internal import Notebooks

/// What keeps outputs from being written: found before anything runs, not after an hour of training.
enum RegionGuard {
  /// Broken markers, and regions that somebody edited by hand unless `force`.
  static func findings(in notebook: Notebook, force: Bool) -> [Diagnostic] {
    notebook.refusals(of: Set(notebook.directives.map(\.id)), force: force)
  }
}
