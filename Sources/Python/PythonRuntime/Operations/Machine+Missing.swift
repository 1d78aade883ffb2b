/// Messages for names that aren't there, with the nearest that is.
extension Machine {
  func missing(_ name: String, of module: ModuleObject) -> PyError {
    var error = error("AttributeError", "module '\(module.name)' has no attribute '\(name)'")
    error.meant = Spelling.nearest(to: name, in: module.members.keys.sorted())
    return error
  }
}

/// Which known name somebody may have meant.
package enum Spelling {
  /// Of more names than this the first are looked at: a program may have very many names and very many
  /// mistakes.
  package static let most = 1000

  /// The name with the fewest changed letters, where they are few.
  package static func nearest(to name: String, in names: some Sequence<String>) -> String? {
    var best: (name: String, distance: Int)?
    let most = max(1, name.utf8.count / 3)
    for candidate in names.prefix(Self.most) where !candidate.hasPrefix("_") {
      // As many letters are put in or left out at least.
      if abs(candidate.utf8.count - name.utf8.count) > most { continue }
      let distance = distance(Array(name.utf8.prefix(64)), Array(candidate.utf8.prefix(64)))
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    guard let best, best.distance <= most else { return nil }
    return best.name
  }

  /// Letters put in, left out, changed or swapped with the next.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var rows = [Array(0...b.count)]
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        let same = lower(a[i - 1]) == lower(b[j - 1])
        var least = min(rows[i - 1][j - 1] + (same ? 0 : 1), rows[i - 1][j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = min(least, rows[i - 2][j - 2] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }

  private static func lower(_ letter: UInt8) -> UInt8 {
    (65...90).contains(letter) ? letter + 32 : letter
  }
}
