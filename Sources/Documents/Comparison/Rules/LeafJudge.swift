internal import Diagnostics

/// Judges pairs of leaves by the rules.
struct LeafJudge {
  let kind: String
  let name: String
  let tolerance: Tolerance
  let language: Language

  /// The verdict on two leaves at a place.
  func verdict(_ place: [String], _ a: Leaf, _ b: Leaf) -> Verdict {
    if a.isSame(as: b) { return .equal }
    let rule = RuleCatalog.all.first { $0.fits(kind: kind, name: name, place: place) }
    switch rule?.measure {
    case .note: return .equal
    case .digest: return tolerance.isZero ? .different : .withinTolerance
    case .drawing: return drawing(a, b) ? .withinTolerance : .different
    case .distance: return distance(a, b) ? .withinTolerance : .different
    case .exact, nil: return .different
    }
  }

  private func drawing(_ a: Leaf, _ b: Leaf) -> Bool {
    guard case .text(let a) = a, case .text(let b) = b, !tolerance.isZero else { return false }
    return TextWords.agree(
      Drawing.words(of: a), Drawing.words(of: b), within: tolerance, in: language)
  }

  private func distance(_ a: Leaf, _ b: Leaf) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): tolerance.allows(a, b)
    case (.text(let a), .text(let b)): TextWords.agree(a, b, within: tolerance, in: language)
    default: false
    }
  }
}
