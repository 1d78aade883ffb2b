/// Judges pairs of leaves by the rules.
struct LeafJudge {
  let kind: String
  let tolerance: Tolerance

  /// The verdict on two leaves at a place.
  func verdict(_ place: [String], _ a: Leaf, _ b: Leaf) -> Verdict {
    if a.isSame(as: b) { return .equal }
    switch RuleCatalog.all.first(where: { $0.fits(kind: kind, place: place) })?.measure {
    case .note: return .equal
    case .digest: return tolerance.isZero ? .different : .withinTolerance
    case .distance: return distance(a, b) ? .withinTolerance : .different
    case .exact, nil: return .different
    }
  }

  private func distance(_ a: Leaf, _ b: Leaf) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): tolerance.allows(a, b)
    case (.text(let a), .text(let b)): TextWords.agree(a, b, within: tolerance)
    default: false
    }
  }
}
