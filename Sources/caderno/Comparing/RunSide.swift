internal import Diagnostics
internal import Notebooks
internal import Rendering
internal import RunRecords

/// One side of a comparison.
enum RunSide {
  /// A run with all its typed outputs.
  case run(RunRecord)
  /// A notebook with what stands in it, and its figures' files.
  case notebook(Notebook, past: [RunRecord] = [], file: (String) -> [UInt8]?)

  /// A Jupyter notebook with the outputs in its cells.
  static func jupyter(_ shown: ShownJupyter, past: [RunRecord] = []) -> RunSide {
    .notebook(shown.notebook, past: past) { path in
      shown.files.first { $0.path == path }?.bytes
    }
  }

  /// Both sides in a form that can be compared: typed outputs where both have them.
  static func records(_ a: RunSide, _ b: RunSide) -> (a: RunRecord, b: RunRecord) {
    switch (a, b) {
    case (.run(let a), .run(let b)): (a, b)
    case (.run(let a), .notebook(let b, let past, let file)):
      (ShownRun(a, links: b.runLinks).record, shown(b, past, file))
    case (.notebook(let a, let past, let file), .run(let b)):
      (shown(a, past, file), ShownRun(b, links: a.runLinks).record)
    case (.notebook(let a, let past, let first), .notebook(let b, let later, let second)):
      (shown(a, past, first), shown(b, later, second))
    }
  }

  private static func shown(
    _ notebook: Notebook, _ past: [RunRecord], _ file: (String) -> [UInt8]?
  ) -> RunRecord {
    ShownRun(notebook, file: file).explained(by: past).record
  }
}
