internal import Diagnostics
internal import Notebooks
internal import RunRecords

/// One side of a comparison.
enum RunSide {
  /// A run with all its typed outputs.
  case run(RunRecord)
  /// A notebook with what stands in it, and its figures' files.
  case notebook(Notebook, file: (String) -> [UInt8]?)

  /// Both sides in a form that can be compared: typed outputs where both have them.
  static func records(_ a: RunSide, _ b: RunSide) -> (a: RunRecord, b: RunRecord) {
    switch (a, b) {
    case (.run(let a), .run(let b)): (a, b)
    case (.run(let a), .notebook(let b, let file)):
      (ShownRun(a, links: b.runLinks).record, ShownRun(b, file: file).record)
    case (.notebook(let a, let file), .run(let b)):
      (ShownRun(a, file: file).record, ShownRun(b, links: a.runLinks).record)
    case (.notebook(let a, let first), .notebook(let b, let second)):
      (ShownRun(a, file: first).record, ShownRun(b, file: second).record)
    }
  }
}
