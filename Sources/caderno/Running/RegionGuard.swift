internal import Diagnostics
internal import Notebooks

/// What keeps outputs from being written: found before anything runs, not after an hour of training.
enum RegionGuard {
  /// Broken markers, and regions that somebody edited by hand unless `force`.
  static func findings(in notebook: Notebook, force: Bool) -> [Diagnostic] {
    do {
      _ = try notebook.writing(
        notebook.regions.map { RenderedRegion(id: $0.id, key: $0.key, body: $0.body) },
        force: force)
      return []
    } catch {
      return error.diagnostics
    }
  }
}
