/// The number of a comparison that differs most.
public struct LargestChange: Hashable, Sendable {
  /// The name of the output that holds it.
  public var output: String
  /// The kind of that output, such as "metrics".
  public var kind: String
  /// Both numbers and their place.
  public var change: LeafChange
  /// Their distance as a part of the larger, from 0 to 2.
  public var part: Double
}

extension TaskComparison {
  /// The number with the largest relative difference; nil where no number differs.
  ///
  /// What was measured (metrics and histories) goes before all else, such as an index in a table. A number that
  /// came from 0 or went there is as far away as can be, and says little: it counts only where there is no other.
  /// The first of several that are as far apart.
  public var largest: LargestChange? {
    outputs.flatMap { output in
      output.changes.compactMap { change -> LargestChange? in
        guard let part = change.relativeDifference, part.isFinite else { return nil }
        return LargestChange(
          output: output.name, kind: output.kind, change: change, part: part)
      }
    }.largest
  }
}

extension RunComparison {
  /// The number of the whole run with the largest relative difference, and which of `tasks` has it.
  public var largest: (task: Int, change: LargestChange)? {
    let all = tasks.enumerated().compactMap { index, task in
      task.largest.map { (task: index, change: $0) }
    }
    guard let largest = all.map(\.change).largest else { return nil }
    return all.first { $0.change == largest }
  }
}

extension [LargestChange] {
  fileprivate var largest: LargestChange? {
    var best: LargestChange?
    for change in self where best.map({ $0.rank < change.rank }) ?? true { best = change }
    return best
  }
}

extension LargestChange {
  fileprivate var rank: (Int, Int, Double) {
    let isMeasured = kind == "metrics" || kind == "history"
    let hasZero = change.a == .number(0) || change.b == .number(0)
    return (isMeasured ? 1 : 0, hasZero ? 0 : 1, part)
  }
}
