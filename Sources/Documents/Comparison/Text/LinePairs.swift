/// The lines in which two texts differ; a removed line and an added one right after it are a pair.
struct LinePairs {
  enum Pair: Hashable {
    case removed(String)
    case added(String)
    case changed(String, String)
  }

  private(set) var pairs: [Pair] = []

  init(_ a: [String], _ b: [String]) {
    var removed: [String] = []
    var added: [String] = []
    for edit in SequenceEdit.edits(a, b) {
      switch edit {
      case .kept:
        flush(&removed, &added)
      case .removed(let line): removed.append(line)
      case .added(let line): added.append(line)
      }
    }
    flush(&removed, &added)
  }

  private mutating func flush(_ removed: inout [String], _ added: inout [String]) {
    let count = min(removed.count, added.count)
    pairs += zip(removed, added).map { .changed($0, $1) }
    pairs += removed.dropFirst(count).map { .removed($0) }
    pairs += added.dropFirst(count).map { .added($0) }
    removed = []
    added = []
  }
}
