internal import Comparison
internal import Digests
internal import Notebooks
internal import RunRecords

/// The part of a record that still belongs to a notebook: somebody may have edited it since.
struct Freshness {
  /// The record with those steps only whose directive, and whatever it depends on, is as it was.
  private(set) var record: RunRecord
  /// The names of the directives that were edited, in the order of the run.
  let edited: [String]
  /// The names of those that are as they were, but read what an edited one left.
  let dependent: [String]

  /// - Parameter start: the notebook as it was when the run began, where that is known: an edit of its
  ///   front matter changes every directive.
  init(_ record: RunRecord, in notebook: Notebook, since start: Notebook? = nil) {
    let sources = Dictionary(
      notebook.directives.map { ($0.id, $0.sourceSHA256.description) }
    ) { first, _ in first }
    let isSame = start.map { $0.settings == notebook.settings } ?? true
    var stale = Set(record.steps.filter { sources[$0.id] != $0.sourceSHA256 }.map(\.id))
    edited = record.steps.map(\.id).filter { stale.contains($0) && sources[$0] != nil }
    let read = record.sources
    var dependent: [String] = []
    for step in record.steps where !stale.contains(step.id) {
      guard !isSame || read[step.id]?.contains(where: stale.contains) ?? false else { continue }
      stale.insert(step.id)
      dependent.append(step.id)
    }
    self.dependent = dependent
    self.record = record
    self.record.steps = record.steps.filter { !stale.contains($0.id) }
  }
}

extension Notebook {
  /// What of the front matter every directive may depend on.
  fileprivate var settings: [String] {
    let matter = frontMatter
    return [matter.lang ?? "", "\(matter.seed)", matter.python ?? ""]
      + matter.params.map { "\($0.name)=\($0.value)" }
      + matter.data.map { "\($0.name)=\($0.source)" }
  }
}
