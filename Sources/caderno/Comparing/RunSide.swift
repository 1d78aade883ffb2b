internal import Diagnostics
internal import Notebooks
internal import RunRecords

/// One side of a comparison.
enum RunSide {
  /// A run with all its typed outputs.
  case run(RunRecord)
  /// A notebook with what stands in it, and its figures' files.
  case notebook(Notebook, origin: RunRecord?, file: (String) -> [UInt8]?)

  /// Both sides in a form that can be compared: typed outputs where both have them.
  static func records(_ a: RunSide, _ b: RunSide) -> (a: RunRecord, b: RunRecord) {
    switch (a, b) {
    case (.run(let a), .run(let b)): (a, b)
    case (.run(let run), .notebook(let notebook, _, _)):
      (ShownRun(run, links: notebook.runLinks).record, b.shown)
    case (.notebook(let notebook, _, _), .run(let run)):
      (a.shown, ShownRun(run, links: notebook.runLinks).record)
    case (.notebook, .notebook): (a.shown, b.shown)
    }
  }

  /// The side as a notebook shows it.
  private var shown: RunRecord {
    switch self {
    case .run(let run): ShownRun(run, links: []).record
    case .notebook(let notebook, let origin, let file):
      ShownRun(notebook, origin: origin, file: file).record
    }
  }
}
