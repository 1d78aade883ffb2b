internal import Diagnostics
internal import Notebooks
internal import Rendering
internal import RunRecords

/// One side of a comparison.
enum RunSide {
  /// A run with all its typed outputs.
  case run(RunRecord)
  /// A notebook with what stands in it, and its figures' files.
  case notebook(Notebook, origin: RunRecord?, file: (String) -> [UInt8]?)

  /// A Jupyter notebook with the outputs in its cells.
  static func jupyter(_ shown: ShownJupyter, origin: RunRecord?) -> RunSide {
    .notebook(shown.notebook, origin: origin) { path in
      shown.files.first { $0.path == path }?.bytes
    }
  }

  /// Both sides in a form that can be compared: typed outputs where both have them.
  static func compared(_ a: RunSide, _ b: RunSide) -> (a: ComparedRun, b: ComparedRun) {
    switch (a, b) {
    case (.run(let a), .run(let b)): (ComparedRun(record: a), ComparedRun(record: b))
    case (.run, .notebook(let notebook, _, _)): (a.shown(links: notebook.runLinks), b.shown())
    case (.notebook(let notebook, _, _), .run): (a.shown(), b.shown(links: notebook.runLinks))
    case (.notebook, .notebook): (a.shown(), b.shown())
    }
  }

  /// The side as a notebook shows it; for a run with the numbers in the prose of another's.
  private func shown(links: [RunLink] = []) -> ComparedRun {
    let shown: ShownRun
    let made: RunRecord?
    switch self {
    case .run(let run): (shown, made) = (ShownRun(run, links: links), run)
    case .notebook(let notebook, let origin, let file):
      (shown, made) = (ShownRun(notebook, origin: origin, file: file), origin)
    }
    // A region that somebody edited has no key.
    let keys = Dictionary(shown.record.tasks.map { ($0.id, $0.key) }) { first, _ in first }
    let tasks = (made?.tasksByID ?? [:]).filter { !$1.key.isEmpty && keys[$0] == $1.key }
    return ComparedRun(record: shown.record, files: shown.files, made: tasks)
  }
}
