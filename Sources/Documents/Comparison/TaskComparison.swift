internal import Diagnostics
public import RunRecords

/// How one directive compares in two runs.
public struct TaskComparison: Hashable, Codable, Sendable {
  /// What became of the directive between the runs.
  public enum Fate: String, Codable, Sendable { case kept, added, removed }

  /// The directive's name, in the second run where it has another there.
  public var id: String
  /// The directive's class, such as "fit"; that of the second run where both have it.
  public var kind: String
  /// Whether both runs have the directive, or which one alone.
  public var fate: Fate
  /// Whether it stands elsewhere among the others.
  public var isMoved = false
  /// Whether its source changed.
  public var isEdited = false
  /// Whether the same outputs stand in another order.
  public var isReordered = false
  /// The worst of the outputs' verdicts; incomparable where the directive was skipped in one run
  /// alone.
  public var verdict: Verdict
  /// Why the outputs may differ, before what differs.
  public var causes: [Cause] = []
  /// The outputs in the second run's order, then those that the first alone has; equal ones as
  /// well.
  public var outputs: [OutputComparison] = []
  /// The task of the first run without its outputs.
  public var a: TaskRecord?
  /// The task of the second run without its outputs.
  public var b: TaskRecord?

  /// Whether nothing at all is to be told of it.
  public var isEmpty: Bool {
    fate == .kept && !isMoved && !isEdited && !isReordered && verdict == .equal
      && outputs.allSatisfy(\.isEmpty) && causes.isEmpty && !isRenamed
  }

  /// Whether the author gave it another name, or none any more; a running number is no name.
  public var isRenamed: Bool { fate == .kept && a?.givenName != b?.givenName }

  /// Whether a reader wants to know of it: not where another input changed nothing.
  public var isWorthTelling: Bool {
    var told = self
    told.causes = []
    return !told.isEmpty
  }

  /// A task that one run alone has.
  init(only task: TaskRecord, fate: Fate) {
    id = task.id
    kind = task.kind
    self.fate = fate
    verdict = task.outputs.isEmpty ? .equal : .different
    outputs = task.outputs.map { OutputComparison(only: $0, isRemoved: fate == .removed) }
    if fate == .added { b = task.withoutOutputs } else { a = task.withoutOutputs }
  }

  /// A task that both runs have. Where it didn't run in one, its outputs are the other's alone.
  init(_ a: TaskRecord, _ b: TaskRecord, tolerance: Tolerance, in language: Language) {
    if a.isUnrun, !b.outputs.isEmpty {
      self.init(only: b, fate: .added)
    } else if b.isUnrun, !a.outputs.isEmpty {
      self.init(only: a, fate: .removed)
    } else {
      self.init(kept: a, b, tolerance, language)
    }
  }

  private init(kept a: TaskRecord, _ b: TaskRecord, _ tolerance: Tolerance, _ language: Language) {
    id = b.id
    kind = b.kind
    fate = .kept
    isEdited = a.sourceSHA256 != b.sourceSHA256
    self.a = a.withoutOutputs
    self.b = b.withoutOutputs
    let wider = tolerance.widened(absolute: a.tolerance).widened(absolute: b.tolerance)
    outputs = Self.outputs(a.outputs, b.outputs, wider, language)
    isReordered = Self.order(a, in: b) != Self.order(b, in: a)
    verdict = outputs.map(\.verdict).worst
    if (a.status == .skipped) != (b.status == .skipped) { verdict = .incomparable }
  }

  /// The names of a task's outputs that another task has too, in order.
  private static func order(_ task: TaskRecord, in other: TaskRecord) -> [String] {
    let names = Set(other.outputs.map(\.name))
    return task.outputs.map(\.name).filter(names.contains)
  }

  /// Outputs of one name are partners; then those of the first alone, then of the second alone.
  private static func outputs(
    _ a: [Output], _ b: [Output], _ tolerance: Tolerance, _ language: Language
  ) -> [OutputComparison] {
    var rest = a
    var result: [OutputComparison] = []
    for output in b {
      if let index = rest.firstIndex(where: { $0.name == output.name }) {
        result.append(
          OutputComparison(
            rest.remove(at: index), output, tolerance: tolerance, in: language))
      } else {
        result.append(OutputComparison(only: output, isRemoved: false))
      }
    }
    return result + rest.map { OutputComparison(only: $0, isRemoved: true) }
  }
}

extension TaskRecord {
  /// Whether nothing tells that it ran: a notebook shows nothing of it.
  var isUnrun: Bool { key.isEmpty && outputs.isEmpty && status != .skipped }

  /// The record of what the task was, without what it gave.
  var withoutOutputs: TaskRecord {
    var copy = self
    copy.outputs = []
    copy.numbers = nil
    return copy
  }
}
