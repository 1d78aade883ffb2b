internal import RunRecords

/// Finds what a difference comes from: in the run as a whole, in the directive, or before it.
struct CauseFinder {
  private let a: RunRecord
  private let b: RunRecord
  /// Partners in the first run by the second run's ids.
  private let partners: [String: String]
  private let first: [String: TaskRecord]
  private let second: [String: TaskRecord]
  /// What each task of the second run read of other directives.
  private let reads: [String: [ReadResult]]
  /// Directives of the second run that were edited, in order.
  private let edited: [String]
  /// Those whose outputs differ.
  private let differing: Set<String>
  /// Those that only draw.
  private let plots: Set<String>

  init(_ a: RunRecord, _ b: RunRecord, _ tasks: [TaskComparison]) {
    self.a = a
    self.b = b
    partners = Dictionary(
      tasks.compactMap { task in
        task.fate == .kept ? task.a.map { (task.id, $0.id) } : nil
      }
    ) { first, _ in first }
    first = Dictionary(a.tasks.map { ($0.id, $0) }) { first, _ in first }
    second = Dictionary(b.tasks.map { ($0.id, $0) }) { first, _ in first }
    reads = b.reads
    edited = tasks.filter { $0.fate == .kept && $0.isEdited }.map(\.id)
    differing = Set(tasks.filter { $0.verdict > .equal }.map(\.id))
    plots = Set(b.tasks.filter(\.isPlot).map(\.id))
  }

  /// What changed for the whole run.
  static func causes(_ a: RunRecord, _ b: RunRecord) -> [Cause] {
    // A notebook doesn't tell what its outputs were made by, but for the arithmetic, which its keys may tell.
    guard !a.cadernoVersion.isEmpty, !b.cadernoVersion.isEmpty else { return numerics(a, b) }
    var causes: [Cause] = []
    func add(_ kind: Cause.Kind, _ a: String, _ b: String) {
      if a != b { causes.append(Cause(kind, a: a, b: b)) }
    }
    add(.seed, "\(a.seed)", "\(b.seed)")
    causes += numerics(a, b)
    add(.caderno, a.cadernoVersion, b.cadernoVersion)
    causes += changes(.parameter, values(a.parameters), values(b.parameters))
    causes += changes(.dataSet, values(a.dataSets), values(b.dataSets))
    return causes
  }

  /// Why a task's outputs may differ. None where its key is the same and so are its outputs.
  func causes(of task: TaskComparison) -> [Cause] {
    guard task.fate == .kept, let old = task.a, let new = task.b else { return [] }
    if old.key == new.key, !old.key.isEmpty, old.key != TaskRecord.unknownKey {
      let differs = task.verdict == .different || task.verdict == .withinTolerance
      return differs ? [unexplained] : []
    }
    if new.sourceSHA256.isEmpty { return causesOfProse(task) }
    let isUnknown = [old.key, new.key].contains(TaskRecord.unknownKey)
    if isUnknown, task.verdict == .equal { return [] }
    // A region whose checksum doesn't fit comes without its key.
    if old.key.isEmpty || new.key.isEmpty {
      return task.verdict == .equal ? [] : [Cause(.handEdit)]
    }
    var causes = ownCauses(old, new)
    causes += upstream(old, new, differs: task.verdict > .equal)
    causes += Self.numerics(a, b)
    if causes.isEmpty { causes = [fallback(old, new)] }
    return causes
  }

  /// Another version of the engine's arithmetic, where both are known.
  private static func numerics(_ a: RunRecord, _ b: RunRecord) -> [Cause] {
    let (old, new) = (a.numericsVersion, b.numericsVersion)
    return old == new || old == 0 || new == 0
      ? [] : [Cause(.numerics, a: "\(old)", b: "\(new)")]
  }

  /// The keys are equal: the program that wrote the records is all that can have changed.
  private var unexplained: Cause {
    // A notebook alone doesn't tell its program's version.
    let known = [a.cadernoVersion, b.cadernoVersion].map { $0.isEmpty ? nil : $0 }
    return known[0] == known[1] && known[0] != nil
      ? Cause(.engine) : Cause(.caderno, a: known[0], b: known[1])
  }

  private func fallback(_ old: TaskRecord, _ new: TaskRecord) -> Cause {
    if old.sourceSHA256 != new.sourceSHA256 { return Cause(.source) }
    if a.cadernoVersion != b.cadernoVersion, !a.cadernoVersion.isEmpty, !b.cadernoVersion.isEmpty {
      return unexplained
    }
    return Cause(.unknown)
  }

  /// Inputs of the task's own that changed.
  private func ownCauses(_ old: TaskRecord, _ new: TaskRecord) -> [Cause] {
    let kinds: [(word: String, kind: Cause.Kind)] = [
      ("option", .option), ("setting", .option), ("parameter", .parameter), ("dataset", .dataSet),
    ]
    let (x, y) = (old.inputs ?? [:], new.inputs ?? [:])
    var causes: [Cause] = []
    // A notebook alone tells its options, and nothing else of what its outputs were made from.
    let isWhole = old.knowsInputs && new.knowsInputs
    if isWhole, x["seed"] != y["seed"] {
      causes.append(Cause(.seed, a: x["seed"], b: y["seed"]))
    }
    if isWhole, x["language"] != y["language"] {
      causes.append(Cause(.language, a: x["language"], b: y["language"]))
    }
    for (word, kind) in kinds where isWhole || kind != .dataSet {
      if old.inputs == nil || new.inputs == nil { continue }
      // Older records don't tell settings.
      if word == "setting", old.isNamed == nil || new.isNamed == nil { continue }
      let changes = Self.changes(kind, Self.named(word, x), Self.named(word, y))
      // Older records don't tell all parameters; one that a source names anew is told of as its edit.
      causes += kind == .parameter ? changes.filter { $0.a != nil && $0.b != nil } : changes
    }
    // A body that is no mapping of options, such as a model's layers, is known by its hash alone.
    if causes.isEmpty, old.sourceSHA256 != new.sourceSHA256 { causes = [Cause(.source)] }
    return causes
  }

  /// Directives before the task that left something else for it to read.
  private func upstream(_ old: TaskRecord, _ new: TaskRecord, differs: Bool) -> [Cause] {
    var names: [String] = []
    for read in reads[new.id] ?? [] where isChanged(read, for: old) && read.id != new.id {
      for name in differs ? behindPlots(read.id) : [read.id] where !names.contains(name) {
        names.append(name)
      }
    }
    if names.isEmpty, !new.knowsInputs, old.sourceSHA256 == new.sourceSHA256 {
      names = suspects(for: new, differs: differs)
    }
    return names.map { Cause(.upstream, name: $0) }
  }

  /// Where nothing tells what a task read, it may be what any that was edited set. A cell that draws may set
  /// something too, and did where nothing else was edited.
  private func suspects(for task: TaskRecord, differs: Bool) -> [String] {
    let before = b.tasks.filter { $0.lines.first < task.lines.first }
    let found = SourceReach(Set(edited), in: before).reaching(task)
    let others = found.filter { !isPlot($0) }
    return others.isEmpty && differs ? found.filter { second[$0]?.kind != "figure" } : others
  }

  /// Whether a result that a task reads is another than the one that its partner read.
  private func isChanged(_ read: ReadResult, for old: TaskRecord) -> Bool {
    guard old.knowsInputs, let inputs = old.inputs else { return keyChanged(read.id) }
    return (inputs[read.input(renaming: partners)] ?? inputs[read.input]) != read.hash
  }

  /// The directive, or where that only draws, those that changed before it: a plot changes no result.
  private func behindPlots(_ id: String) -> [String] {
    var (found, seen, open): ([String], Set<String>, [String]) = ([], [], [id])
    while let id = open.popLast() {
      guard seen.insert(id).inserted else { continue }
      guard isPlot(id), second[id] != nil else {
        found.append(id)
        continue
      }
      guard let old = first[partners[id] ?? id] else { continue }
      open += (reads[id] ?? []).filter { isChanged($0, for: old) }.map(\.id)
    }
    return found
  }

  private func isPlot(_ id: String) -> Bool { plots.contains(id) }

  /// Numbers in prose are as the directives gave them that they name, unless somebody wrote them.
  private func causesOfProse(_ task: TaskComparison) -> [Cause] {
    var causes: [Cause] = []
    for output in task.outputs where output.verdict > .equal {
      let cause =
        parameterCause(output.name) ?? causeOfNumber(String(output.name.prefix { $0 != "." }))
      if !causes.contains(cause) { causes.append(cause) }
    }
    return causes
  }

  /// A parameter whose value stands in prose, where it is another on the two sides.
  private func parameterCause(_ target: String) -> Cause? {
    guard second["params"] == nil, target.hasPrefix("params.") else { return nil }
    let name = String(target.dropFirst(7).prefix { $0 != " " })
    let (old, new) = (Self.values(a.parameters)[name], Self.values(b.parameters)[name])
    return old == new ? nil : Cause(.parameter, name: name, a: old, b: new)
  }

  private func causeOfNumber(_ id: String) -> Cause {
    if differing.contains(id) || keyChanged(id) { return Cause(.upstream, name: id) }
    let keys = [first[partners[id] ?? id]?.key, second[id]?.key]
    let isKnown =
      keys.allSatisfy { $0 != nil && $0 != "" && $0 != TaskRecord.unknownKey }
      || id == "params" && keys == [nil, nil]
    return Cause(isKnown ? .written : .unknown, name: isKnown ? id : nil)
  }

  /// Whether a directive of the second run is known to have had another key in the first, by something of its
  /// own: other arithmetic changes all keys.
  private func keyChanged(_ id: String) -> Bool {
    let isOwn = Self.numerics(a, b).isEmpty || differing.contains(id) || edited.contains(id)
    guard isOwn else { return false }
    guard let old = first[partners[id] ?? id]?.key, let new = second[id]?.key else { return false }
    // Where another program made the outputs, what it showed and its source are all that tells.
    if old == TaskRecord.unknownKey || new == TaskRecord.unknownKey {
      return differing.contains(id) || edited.contains(id)
    }
    return !old.isEmpty && !new.isEmpty && old != new
  }

  private static func name(of input: String) -> String {
    String(input.drop { $0 != " " }.dropFirst())
  }

  private static func named(_ word: String, _ inputs: [String: String]) -> [String: String] {
    Dictionary(
      inputs.compactMap { key, value in
        key.hasPrefix(word + " ") ? (name(of: key), value) : nil
      }
    ) { first, _ in first }
  }

  private static func changes(
    _ kind: Cause.Kind, _ a: [String: String], _ b: [String: String]
  ) -> [Cause] {
    Set(a.keys).union(b.keys).sorted().compactMap { name in
      a[name] == b[name] ? nil : Cause(kind, name: name, a: a[name], b: b[name])
    }
  }

  private static func values(_ parameters: [ParameterRecord]) -> [String: String] {
    Dictionary(parameters.map { ($0.name, $0.value) }) { first, _ in first }
  }

  private static func values(_ dataSets: [DataSetRecord]) -> [String: String] {
    Dictionary(dataSets.map { ($0.name, String($0.sha256.prefix(12))) }) { first, _ in first }
  }
}
