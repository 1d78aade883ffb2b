internal import Diagnostics
public import RunRecords

/// How two runs compare: what changed, why, and whether it matters.
public struct RunComparison: Hashable, Codable, Sendable {
  /// The version of this form (docs/diff.schema.json).
  public static let currentVersion = 1

  /// The version of the form that the comparison has, ``currentVersion`` where it was just made.
  public var version: Int
  /// What the command line allowed; directives may allow more.
  public var tolerance: Tolerance
  /// The worst of the tasks' verdicts; equal where there is no task.
  public var verdict: Verdict
  /// What changed for the whole run.
  public var causes: [Cause]
  /// In the order of the second run; removed ones last.
  public var tasks: [TaskComparison]
  /// The first run without its tasks.
  public var a: RunRecord
  /// The second run without its tasks.
  public var b: RunRecord

  private enum CodingKeys: String, CodingKey {
    case version, tolerance, verdict, causes, a, b
    case tasks = "steps"
  }

  /// Compares two runs. Cost: linear in the outputs, n log n in the number of directives.
  public init(_ a: RunRecord, _ b: RunRecord, tolerance: Tolerance = .zero) {
    version = Self.currentVersion
    self.tolerance = tolerance
    let alignment = Alignment(a.tasks, b.tasks)
    let moved = alignment.moved
    let language = b.notebook.lang.flatMap(Language.init(tag:)) ?? .english
    let pairs = alignment.pairs.enumerated().map { index, pair in
      var task = TaskComparison(
        a.tasks[pair.a], b.tasks[pair.b], tolerance: tolerance, in: language)
      if task.fate == .kept { task.isMoved = moved.contains(index) }
      return (place: pair.b, task: task)
    }
    let added = alignment.onlyInB.map {
      (place: $0, task: TaskComparison(only: b.tasks[$0], fate: .added))
    }
    tasks = (pairs + added).sorted { $0.place < $1.place }.map(\.task)
    tasks += alignment.onlyInA.map { TaskComparison(only: a.tasks[$0], fate: .removed) }
    verdict = tasks.map(\.verdict).worst
    causes = CauseFinder.causes(a, b)
    self.a = a.withoutTasks
    self.b = b.withoutTasks
    let finder = CauseFinder(a, b, tasks)
    for index in tasks.indices { tasks[index].causes = finder.causes(of: tasks[index]) }
  }

  /// Whether there is nothing to report.
  public var isEmpty: Bool { verdict == .equal && causes.isEmpty && tasks.allSatisfy(\.isEmpty) }
}

extension RunComparison {
  /// The second run, made of the first and what is reported here; volatile cells stay the first's.
  public func applied(to record: RunRecord) -> RunRecord {
    let old = Dictionary(record.tasks.map { ($0.id, $0) }) { first, _ in first }
    var result = b
    result.tasks = tasks.compactMap { task in task.applied(to: task.a.flatMap { old[$0.id] }) }
    return result
  }
}

extension RunRecord {
  fileprivate var withoutTasks: RunRecord {
    var copy = self
    copy.tasks = []
    return copy
  }

  /// The record without what is never compared: id, times, the machine, volatile cells, cells' numbers, tasks
  /// that didn't run.
  public var comparable: RunRecord {
    var copy = self
    (copy.id, copy.startedAt, copy.endedAt) = ("", "", nil)
    copy.environment = EnvironmentRecord(operatingSystem: "", instructionSet: "", threads: 1)
    copy.tasks.removeAll(where: \.isUnrun)
    for index in copy.tasks.indices {
      (copy.tasks[index].seconds, copy.tasks[index].numbers) = (nil, nil)
      copy.tasks[index].outputs = copy.tasks[index].outputs.map(\.withoutVolatileCells)
    }
    return copy
  }
}
