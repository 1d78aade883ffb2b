internal import RunRecords

/// Finds what a difference comes from: in the run as a whole, in the directive, or before it.
struct CauseFinder {
  private let a: RunRecord
  private let b: RunRecord
  /// Partners in the first run by the second run's ids.
  private let partners: [String: String]
  private let first: [String: StepRecord]
  private let second: [String: StepRecord]
  /// What each step of the second run read of other directives.
  private let reads: [String: [ReadResult]]

  init(_ a: RunRecord, _ b: RunRecord, _ steps: [StepComparison]) {
    self.a = a
    self.b = b
    partners = Dictionary(
      steps.compactMap { step in
        step.fate == .kept ? step.a.map { (step.id, $0.id) } : nil
      }
    ) { first, _ in first }
    first = Dictionary(a.steps.map { ($0.id, $0) }) { first, _ in first }
    second = Dictionary(b.steps.map { ($0.id, $0) }) { first, _ in first }
    reads = b.reads
  }

  /// What changed for the whole run.
  static func causes(_ a: RunRecord, _ b: RunRecord) -> [Cause] {
    // A notebook doesn't tell what its outputs were made by.
    guard !a.cadernoVersion.isEmpty, !b.cadernoVersion.isEmpty else { return [] }
    var causes: [Cause] = []
    func add(_ kind: Cause.Kind, _ a: String, _ b: String) {
      if a != b { causes.append(Cause(kind, a: a, b: b)) }
    }
    add(.seed, "\(a.seed)", "\(b.seed)")
    add(.numerics, "\(a.numericsVersion)", "\(b.numericsVersion)")
    add(.caderno, a.cadernoVersion, b.cadernoVersion)
    causes += changes(.parameter, values(a.parameters), values(b.parameters))
    causes += changes(.dataSet, values(a.dataSets), values(b.dataSets))
    return causes
  }

  /// Why a step's outputs may differ. None where its key is the same and so are its outputs.
  func causes(of step: StepComparison) -> [Cause] {
    guard step.fate == .kept, let old = step.a, let new = step.b else { return [] }
    if old.key == new.key, !old.key.isEmpty {
      let differs = step.verdict == .different || step.verdict == .withinTolerance
      return differs ? [unexplained] : []
    }
    guard old.key != new.key else { return [] }
    // A region whose checksum doesn't fit comes without its key.
    if old.key.isEmpty || new.key.isEmpty {
      return step.verdict == .equal ? [] : [Cause(.handEdit)]
    }
    var causes = ownCauses(old, new)
    causes += upstream(old, new)
    if a.numericsVersion != b.numericsVersion, a.numericsVersion != 0, b.numericsVersion != 0 {
      causes.append(Cause(.numerics, a: "\(a.numericsVersion)", b: "\(b.numericsVersion)"))
    }
    if causes.isEmpty { causes = [fallback(old, new)] }
    return causes
  }

  /// The keys are equal: the program that wrote the records is all that can have changed.
  private var unexplained: Cause {
    // A notebook alone doesn't tell its program's version.
    let known = [a.cadernoVersion, b.cadernoVersion].map { $0.isEmpty ? nil : $0 }
    return known[0] == known[1] && known[0] != nil
      ? Cause(.engine) : Cause(.caderno, a: known[0], b: known[1])
  }

  private func fallback(_ old: StepRecord, _ new: StepRecord) -> Cause {
    if old.sourceSHA256 != new.sourceSHA256 { return Cause(.source) }
    if a.cadernoVersion != b.cadernoVersion, !a.cadernoVersion.isEmpty, !b.cadernoVersion.isEmpty {
      return unexplained
    }
    return Cause(.unknown)
  }

  /// Inputs of the step's own that changed.
  private func ownCauses(_ old: StepRecord, _ new: StepRecord) -> [Cause] {
    let kinds: [(word: String, kind: Cause.Kind)] = [
      ("option", .option), ("parameter", .parameter), ("dataset", .dataSet),
    ]
    // What stands in a notebook tells nothing of what it was made from.
    guard let x = old.inputs, let y = new.inputs else {
      return old.sourceSHA256 == new.sourceSHA256 ? [] : [Cause(.source)]
    }
    var causes: [Cause] = []
    if x["seed"] != y["seed"] { causes.append(Cause(.seed, a: x["seed"], b: y["seed"])) }
    if x["language"] != y["language"] {
      causes.append(Cause(.language, a: x["language"], b: y["language"]))
    }
    for (word, kind) in kinds {
      causes += Self.changes(kind, Self.named(word, x), Self.named(word, y))
    }
    // A body that is no mapping of options, such as a model's layers, is known by its hash alone.
    if causes.isEmpty, old.sourceSHA256 != new.sourceSHA256 { causes = [Cause(.source)] }
    return causes
  }

  /// Directives before the step that left something else for it to read.
  private func upstream(_ old: StepRecord, _ new: StepRecord) -> [Cause] {
    var names: [String] = []
    for read in reads[new.id] ?? [] {
      // What stands in a notebook has a key, and tells nothing of what that is made of.
      let isChanged = old.inputs.map { $0[read.input] != read.hash } ?? keyChanged(read.id)
      if isChanged, !names.contains(read.id), read.id != new.id { names.append(read.id) }
    }
    return names.map { Cause(.upstream, name: $0) }
  }

  /// Whether a directive of the second run is known to have had another key in the first.
  private func keyChanged(_ id: String) -> Bool {
    guard let old = first[partners[id] ?? id]?.key, let new = second[id]?.key else { return false }
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
