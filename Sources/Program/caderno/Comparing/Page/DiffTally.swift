internal import Comparison

/// How many directives of a comparison are of each kind; the sum is the number of directives.
struct DiffTally {
  /// What became of a directive.
  enum Kind: String, CaseIterable {
    case equal, withinTolerance, different, incomparable, added, removed

    init(_ task: TaskComparison) {
      switch (task.fate, task.verdict) {
      case (.added, _): self = .added
      case (.removed, _): self = .removed
      case (.kept, .equal): self = .equal
      case (.kept, .withinTolerance): self = .withinTolerance
      case (.kept, .different): self = .different
      case (.kept, .incomparable): self = .incomparable
      }
    }

    /// Kinds that are told of even where there is none.
    fileprivate var isAlwaysTold: Bool { self != .withinTolerance && self != .incomparable }
  }

  let counts: [(kind: Kind, count: Int)]

  init(_ tasks: [TaskComparison]) {
    let kinds = tasks.map(Kind.init)
    counts = Kind.allCases.map { kind in (kind, kinds.count { $0 == kind }) }
      .filter { $0.count > 0 || $0.kind.isAlwaysTold }
  }
}
