/// Runs of one or two tildes in one parent that can still open strikethrough.
struct TildeRuns {
  struct Run {
    /// Which event it is.
    let place: Int
    let length: Int
    let opens: Bool
    let closes: Bool
  }

  /// What a closing run meets.
  enum Partner: Equatable {
    /// The index of a run of its length.
    case run(Int)
    /// A run of another length, which makes it mere text.
    case other
    case none
  }

  /// The nearest last.
  var runs: [Run] = []
  /// For each kind of closing run, below what there is nothing for it: so looking costs no more than the text's length.
  private var bottoms = [0, 0, 0, 0, 0, 0]

  /// The nearest run that can open, but for those that the rule of three passes over: one tilde and two don't meet
  /// where either of them could open and close.
  mutating func partner(of closer: Run) -> Partner {
    let kind = closer.length * 2 + (closer.opens ? 1 : 0)
    for index in (min(bottoms[kind], runs.count)..<runs.count).reversed() {
      if runs[index].length == closer.length { return .run(index) }
      if !closer.opens && !runs[index].closes { return .other }
    }
    bottoms[kind] = runs.count
    return .none
  }
}
