internal import Diagnostics
public import RunRecords

/// How two runs compare: what changed, why, and whether it matters.
public struct RunComparison: Hashable, Codable, Sendable {
  /// The version of this form (docs/diff.schema.json).
  public static let currentVersion = 1

  public var version: Int
  /// What the command line allowed; directives may allow more.
  public var tolerance: Tolerance
  public var verdict: Verdict
  /// What changed for the whole run.
  public var causes: [Cause]
  /// In the order of the second run; removed ones last.
  public var steps: [StepComparison]
  /// The first run without its steps.
  public var a: RunRecord
  /// The second run without its steps.
  public var b: RunRecord

  /// Compares two runs. Cost: linear in the outputs, n log n in the number of directives.
  public init(_ a: RunRecord, _ b: RunRecord, tolerance: Tolerance = .zero) {
    version = Self.currentVersion
    self.tolerance = tolerance
    let alignment = Alignment(a.steps, b.steps)
    let moved = alignment.moved
    let language = b.notebook.lang.flatMap(Language.init(tag:)) ?? .english
    let pairs = alignment.pairs.enumerated().map { index, pair in
      var step = StepComparison(
        a.steps[pair.a], b.steps[pair.b], tolerance: tolerance, in: language)
      if step.fate == .kept { step.isMoved = moved.contains(index) }
      return (place: pair.b, step: step)
    }
    let added = alignment.onlyInB.map {
      (place: $0, step: StepComparison(only: b.steps[$0], fate: .added))
    }
    steps = (pairs + added).sorted { $0.place < $1.place }.map(\.step)
    steps += alignment.onlyInA.map { StepComparison(only: a.steps[$0], fate: .removed) }
    verdict = steps.map(\.verdict).worst
    causes = CauseFinder.causes(a, b)
    self.a = a.withoutSteps
    self.b = b.withoutSteps
    let finder = CauseFinder(a, b, steps)
    for index in steps.indices { steps[index].causes = finder.causes(of: steps[index]) }
  }

  /// Whether there is nothing to report.
  public var isEmpty: Bool { verdict == .equal && causes.isEmpty && steps.allSatisfy(\.isEmpty) }
}

extension RunComparison {
  /// The second run, made of the first and what is reported here; volatile cells stay the first's.
  public func applied(to record: RunRecord) -> RunRecord {
    let old = Dictionary(record.steps.map { ($0.id, $0) }) { first, _ in first }
    var result = b
    result.steps = steps.compactMap { step in step.applied(to: step.a.flatMap { old[$0.id] }) }
    return result
  }
}

extension RunRecord {
  fileprivate var withoutSteps: RunRecord {
    var copy = self
    copy.steps = []
    return copy
  }

  /// The record without what is never compared: id, times, the machine, volatile cells, cells' numbers, steps
  /// that didn't run.
  public var comparable: RunRecord {
    var copy = self
    (copy.id, copy.startedAt, copy.endedAt) = ("", "", nil)
    copy.environment = EnvironmentRecord(operatingSystem: "", instructionSet: "", threads: 1)
    copy.steps.removeAll(where: \.isUnrun)
    for index in copy.steps.indices {
      (copy.steps[index].seconds, copy.steps[index].numbers) = (nil, nil)
      copy.steps[index].outputs = copy.steps[index].outputs.map(\.withoutVolatileCells)
    }
    return copy
  }
}
