internal import Diagnostics

/// Judges pairs of leaves by the rules.
struct LeafJudge {
  let kind: String
  let name: String
  let tolerance: Tolerance
  let language: Language

  private func rule(_ place: [String]) -> ComparisonRule? {
    RuleCatalog.all.first { $0.fits(kind: kind, name: name, place: place) }
  }

  /// The verdict on two leaves at a place.
  func verdict(_ place: [String], _ a: Leaf, _ b: Leaf) -> Verdict {
    if a.isSame(as: b) { return .equal }
    switch rule(place)?.measure {
    case .note: return .equal
    case .digest: return tolerance.isZero ? .different : .withinTolerance
    case .drawing: return drawing(a, b) ? .withinTolerance : .different
    case .distance: return distance(a, b) ? .withinTolerance : .different
    case .exact, nil: return .different
    }
  }

  /// Whether a drawing is the other one in another form, as another version of Caderno lays it out: both have the
  /// same title.
  func isRedrawn(_ place: [String], _ a: Leaf, _ b: Leaf) -> Bool {
    guard rule(place)?.measure == .drawing, let (a, b) = Self.texts(a, b), areInOtherForms(a, b)
    else { return false }
    return Drawing.title(of: a) == Drawing.title(of: b)
  }

  private func drawing(_ a: Leaf, _ b: Leaf) -> Bool {
    guard let (a, b) = Self.texts(a, b), !tolerance.isZero else { return false }
    let told = areInOtherForms(a, b) ? Drawing.title : Drawing.words
    return TextWords.agree(told(a), told(b), within: tolerance, in: language)
  }

  private func areInOtherForms(_ a: String, _ b: String) -> Bool {
    guard let old = Drawing.form(of: a), let new = Drawing.form(of: b) else { return false }
    return old != new
  }

  private static func texts(_ a: Leaf, _ b: Leaf) -> (String, String)? {
    guard case .text(let a) = a, case .text(let b) = b else { return nil }
    return (a, b)
  }

  private func distance(_ a: Leaf, _ b: Leaf) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): tolerance.allows(a, b)
    case (.text(let a), .text(let b)): TextWords.agree(a, b, within: tolerance, in: language)
    default: false
    }
  }
}
