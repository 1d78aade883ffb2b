internal import Comparison
internal import Digests
internal import Notebooks
internal import RunRecords

/// The part of a record that still belongs to a notebook: somebody may have edited it since.
struct Freshness {
  /// The record with those tasks only whose directive, and whatever it depends on, is as it was.
  private(set) var record: RunRecord
  /// The names of the directives that were edited, in the order of the run.
  let edited: [String]
  /// The names of those that are as they were, but read what an edited one left.
  let dependent: [String]

  /// - Parameter start: the notebook as it was when the run began, where that is known: an edit of its
  ///   front matter changes every directive.
  init(_ record: RunRecord, in notebook: Notebook, since start: Notebook? = nil) {
    let directives = notebook.directives
    let partners = TaskPartners.places(of: record.tasks, in: directives.map(TaskRecord.init))
    let isSame = start.map { $0.settings == notebook.settings } ?? true
    var (stale, names): (Set<String>, [String: String]) = ([], [:])
    for (task, place) in zip(record.tasks, partners) {
      names[task.id] = place.map { directives[$0].id }
      let source = place.map { directives[$0].sourceSHA256.description }
      if source != task.sourceSHA256 { stale.insert(task.id) }
    }
    // One without a name that was edited can't be told from one that is gone.
    let ids = Set(directives.map(\.id))
    edited = record.tasks.map(\.id).filter {
      stale.contains($0) && (names[$0] != nil || ids.contains($0))
    }
    let read = record.sources
    var dependent: [String] = []
    for task in record.tasks where !stale.contains(task.id) {
      guard !isSame || read[task.id]?.contains(where: stale.contains) ?? false else { continue }
      stale.insert(task.id)
      dependent.append(task.id)
    }
    self.dependent = dependent
    self.record = record
    // Those without a name have another number where others were put before them.
    self.record.tasks = record.tasks.filter { !stale.contains($0.id) }.map { task in
      var task = task
      task.id = names[task.id] ?? task.id
      return task
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

extension TaskRecord {
  /// What tells a directive from others.
  fileprivate init(_ directive: Directive) {
    self.init(
      id: directive.id, isNamed: directive.isNamed, kind: directive.kind,
      sourceSHA256: directive.sourceSHA256.description, lines: LineRange(directive.lines), key: "")
  }
}
