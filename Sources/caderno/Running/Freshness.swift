internal import Digests
internal import Notebooks
internal import RunRecords

/// The part of a record that still belongs to a notebook: somebody may have edited it since.
struct Freshness {
  /// The record with those steps only whose directive is as it was.
  private(set) var record: RunRecord
  /// The names of the directives that were edited, in the order of the run.
  let edited: [String]

  init(_ record: RunRecord, in notebook: Notebook) {
    let sources = Dictionary(
      notebook.directives.map { ($0.id, $0.sourceSHA256.description) }
    ) { first, _ in first }
    self.record = record
    self.record.steps = record.steps.filter { sources[$0.id] == $0.sourceSHA256 }
    edited = record.steps.filter { step in
      sources[step.id] != nil && sources[step.id] != step.sourceSHA256
    }.map(\.id)
  }
}
