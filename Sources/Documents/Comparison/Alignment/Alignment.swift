internal import RunRecords

/// Which tasks of two runs are each other's: by the name that the author gave, by the id that Jupyter gave
/// the cell, by source, then by likeness and position between those. What kept its order is found before
/// what moved.
struct Alignment {
  /// Indices of partners, in the order of the second run.
  private(set) var pairs: [(a: Int, b: Int)] = []
  /// Tasks of the first run without a partner.
  private(set) var onlyInA: [Int] = []
  /// Tasks of the second run without a partner.
  private(set) var onlyInB: [Int] = []
  /// Partners in the first run by places in the second.
  private var partners: [Int: Int] = [:]
  private let a: [TaskRecord]
  private let b: [TaskRecord]

  /// - Parameter isEdited: whether tasks of one kind are partners that have neither name nor source in
  ///   common, where they stand between the same others and the one may have been made of the other.
  init(_ a: [TaskRecord], _ b: [TaskRecord], isEdited: Bool = true) {
    (self.a, self.b) = (a, b)
    match { $0.givenName.map { "#\($0)" } ?? Self.label($0) }
    match(Self.label)
    match(Self.source)
    if isEdited {
      for likeness in [SourceLikeness.same, SourceLikeness.edited] {
        for gap in gaps { matchEdited(gap, likeness) }
      }
      for gap in gaps { matchUnknown(gap) }
    }
    pairs = b.indices.compactMap { index in partners[index].map { ($0, index) } }
    let taken = Set(pairs.map(\.a))
    onlyInA = a.indices.filter { !taken.contains($0) }
    onlyInB = b.indices.filter { partners[$0] == nil }
  }

  private static func source(_ task: TaskRecord) -> String { "\(task.kind) \(task.sourceSHA256)" }

  private static func label(_ task: TaskRecord) -> String {
    task.cellID.map { "@\($0)" } ?? source(task)
  }

  private mutating func match(_ label: (TaskRecord) -> String) {
    let taken = Set(partners.values)
    let first = a.indices.filter { !taken.contains($0) }
    let second = b.indices.filter { partners[$0] == nil }
    let found = LabelPairs(first.map { label(a[$0]) }, second.map { label(b[$0]) })
    for pair in found.pairs { partners[second[pair.b]] = first[pair.a] }
  }

  // MARK: - What was edited

  private typealias Gap = (a: [Int], b: [Int])

  /// The tasks without a partner, between partners that kept their order.
  private var gaps: [Gap] {
    let found = b.indices.compactMap { index in partners[index].map { (a: $0, b: index) } }
    let taken = Set(found.map(\.a))
    var gaps: [Gap] = []
    var (x, y) = (0, 0)
    for anchor in OrderedPairs.longest(of: found) + [(a.count, b.count)] {
      let gap = (
        a: (x..<anchor.a).filter { !taken.contains($0) },
        b: (y..<anchor.b).filter { partners[$0] == nil }
      )
      if !gap.a.isEmpty, !gap.b.isEmpty { gaps.append(gap) }
      (x, y) = (anchor.a + 1, anchor.b + 1)
    }
    return gaps
  }

  private mutating func matchEdited(_ gap: Gap, _ likeness: Double) {
    let first = likenesses(a, gap.a)
    let second = likenesses(b, gap.b)
    let likes = LikePairs(gap.a, gap.b) { x, y in
      guard a[x].kind == b[y].kind, let one = first[x], let other = second[y] else { return false }
      return one.isLike(other, likeness)
    }
    for pair in likes.pairs { partners[pair.b] = pair.a }
  }

  private func likenesses(_ tasks: [TaskRecord], _ places: [Int]) -> [Int: SourceLikeness] {
    var likenesses: [Int: SourceLikeness] = [:]
    for place in places { likenesses[place] = tasks[place].source.map(SourceLikeness.init) }
    return likenesses
  }

  /// Where a source isn't known, as in older records, the first of a kind is the first of that kind.
  private mutating func matchUnknown(_ gap: Gap) {
    var places: [String: [Int]] = [:]
    for place in gap.a.reversed() { places[a[place].kind, default: []].append(place) }
    for index in gap.b {
      guard let place = places[b[index].kind]?.popLast() else { continue }
      if a[place].source == nil || b[index].source == nil { partners[index] = place }
    }
  }
}
