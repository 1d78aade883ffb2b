/// How far a suggestion is searched.
public enum Candidates {
  /// Of more names than this the first are looked at: a lesson may have very many names and very many
  /// mistakes.
  public static let most = 300
}

/// The candidate nearest to a misspelt name, for a "did you mean" hint.
///
/// Nearness is the optimal string alignment distance (insertions, deletions, substitutions and
/// swaps of neighbours), without regard to case. Nil where nothing is near: more than a third of
/// the name's characters, and always more than three, would have to change. A word that people use for a
/// candidate counts before any that is spelt like it.
///
/// - Parameters:
///   - name: what was written.
///   - candidates: all that could have been meant.
///   - knowsSynonyms: whether such words count.
public func nearest(
  to name: String, among candidates: some Sequence<String>, knowsSynonyms: Bool = true
) -> String? {
  if knowsSynonyms, let meant = Synonyms.meant(by: name, among: candidates.prefix(Candidates.most))
  {
    return meant
  }
  let limit = min(3, max(1, name.count / 3))
  let folded = Array(name.lowercased())
  return candidates.prefix(Candidates.most).map {
    ($0, alignmentDistance(folded, Array($0.lowercased())))
  }
  .filter { $0.1 <= limit }
  .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
}

private func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
  if abs(a.count - b.count) > 3 { return .max }
  var before: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      var best = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
      current.append(best)
    }
    before = previous
    previous = current
  }
  return previous[b.count]
}
