/// How two things compare, from best to worst.
public enum Verdict: String, Codable, Sendable, CaseIterable, Comparable {
  /// The same, bit by bit, but for what is volatile.
  case equal
  /// Numbers differ, none by more than allowed.
  case withinTolerance = "within-tolerance"
  case different
  /// One side did not run, or the two have nothing in common.
  case incomparable

  /// Whether the first is the better one.
  public static func < (a: Verdict, b: Verdict) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .equal: 0
    case .withinTolerance: 1
    case .different: 2
    case .incomparable: 3
    }
  }
}

extension Sequence<Verdict> {
  /// The worst of them; equal where there is none.
  public var worst: Verdict { self.max() ?? .equal }
}
