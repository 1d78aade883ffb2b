internal import Diagnostics
internal import Digests
internal import Notebooks
internal import RunRecords

/// Which outputs of a run still belong to the notebook, where it was saved while it ran.
struct Freshness {
  let old: Notebook
  let now: Notebook

  /// The record with the steps whose directive is the same as when the run began, and the ids of
  /// the others.
  func fitting(_ record: RunRecord) -> (record: RunRecord, left: [String]) {
    guard old.source.bytes != now.source.bytes else { return (record, []) }
    let sources = Dictionary(now.directives.map { ($0.id, $0.sourceSHA256.description) }) { a, _ in
      a
    }
    var fitting = record
    fitting.steps = record.steps.filter { sources[$0.id] == $0.sourceSHA256 }
    let kept = Set(fitting.steps.map(\.id))
    return (fitting, record.steps.map(\.id).filter { !kept.contains($0) })
  }
}
