/// Words that resemble another, as Python's `difflib.get_close_matches` finds them.
enum CloseMatches {
  /// The most similar words, at most three, the nearest first.
  ///
  /// - Parameter least: the share of letters that must match, from 0 to 1.
  static func find(_ word: String, in words: [String], least: Double) -> [String] {
    words.map { (ratio: ratio($0, word), word: $0) }.filter { $0.ratio >= least }.sorted {
      $0.ratio == $1.ratio
        ? $1.word.unicodeScalars.lexicographicallyPrecedes($0.word.unicodeScalars)
        : $0.ratio > $1.ratio
    }.prefix(3).map(\.word)
  }

  /// Twice the letters that match over all letters (Ratcliff and Obershelp).
  private static func ratio(_ a: String, _ b: String) -> Double {
    let (first, second) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    guard first.count + second.count > 0 else { return 1 }
    let matches = matching(first[...], second[...])
    return 2 * Double(matches) / Double(first.count + second.count)
  }

  /// The letters of the longest common run, and of those on its left and on its right.
  private static func matching(
    _ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>
  ) -> Int {
    var (start, other, length) = (a.startIndex, b.startIndex, 0)
    var runs: [Int: Int] = [:]
    for i in a.indices {
      var next: [Int: Int] = [:]
      for j in b.indices where b[j] == a[i] {
        let run = (runs[j - 1] ?? 0) + 1
        next[j] = run
        if run > length { (start, other, length) = (i - run + 1, j - run + 1, run) }
      }
      runs = next
    }
    guard length > 0 else { return 0 }
    return length + matching(a[..<start], b[..<other])
      + matching(a[(start + length)...], b[(other + length)...])
  }
}
