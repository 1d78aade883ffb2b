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
    let directives = notebook.directives
    let partners = StepPartners.places(of: record.steps, in: directives.map(StepRecord.init))
    let isSame = start.map { $0.settings == notebook.settings } ?? true
    var (stale, names): (Set<String>, [String: String]) = ([], [:])
    for (step, place) in zip(record.steps, partners) {
      names[step.id] = place.map { directives[$0].id }
      let source = place.map { directives[$0].sourceSHA256.description }
      if source != step.sourceSHA256 { stale.insert(step.id) }
    }
    // One without a name that was edited can't be told from one that is gone.
    let ids = Set(directives.map(\.id))
    edited = record.steps.map(\.id).filter {
      stale.contains($0) && (names[$0] != nil || ids.contains($0))
    }
    let read = record.sources
    var dependent: [String] = []
    for step in record.steps where !stale.contains(step.id) {
      guard !isSame || read[step.id]?.contains(where: stale.contains) ?? false else { continue }
      stale.insert(step.id)
      dependent.append(step.id)
    }
    self.dependent = dependent
    self.record = record
    // Those without a name have another number where others were put before them.
    self.record.steps = record.steps.filter { !stale.contains($0.id) }.map { step in
      var step = step
      step.id = names[step.id] ?? step.id
      return step
    }
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

extension StepRecord {
  /// What tells a directive from others.
  fileprivate init(_ directive: Directive) {
    self.init(
      id: directive.id, isNamed: directive.isNamed, kind: directive.kind,
      sourceSHA256: directive.sourceSHA256.description, lines: LineRange(directive.lines), key: "")
  }
}
